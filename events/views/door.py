from collections.abc import Callable
from functools import wraps
from urllib.parse import urlencode

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from events.errors import DoorClosed, NoPlaceAtTheDoor
from events.policies import is_door_open, may_keep_the_door
from events.records import Registration
from events.selectors import door_list, words_of
from events.services import check_in, undo_check_in
from events.views.reading import public_event_or_404
from portal.work.clock import database_now

PER_PAGE = 50
View = Callable[..., HttpResponse]


def for_the_door(view: View) -> View:
    """Strangers are asked to sign in; members who do not keep the door are refused."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        if not may_keep_the_door(request.user):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded


@never_cache
@for_the_door
@require_safe
def door(request: HttpRequest, number: int) -> HttpResponse:
    """Who has a place and who has arrived: name, organisation, category. No address, no needs."""
    return _list(request, number, request.GET.get("q", ""))


@never_cache
@for_the_door
@require_POST
def note_arrival(request: HttpRequest, number: int, code: str) -> HttpResponse:
    """Note an arrival, or take it back (`deed=undo`); then the list again, as it was searched."""
    registration = get_object_or_404(Registration.objects.select_related("event"), event__number=number, code=code)
    query = request.POST.get("q", "")
    try:
        if request.POST.get("deed") == "undo":
            undo_check_in(registration=registration)
        else:
            check_in(registration=registration, user=request.user)
    except (DoorClosed, NoPlaceAtTheDoor) as refusal:
        return _list(request, number, query, refused=str(refusal.message))
    address = redirect("events:door", number)
    if query:
        address["Location"] += f"?{urlencode({'q': query})}"
    return address


def _list(request: HttpRequest, number: int, query: str, refused: str = "") -> HttpResponse:
    event = public_event_or_404(number)
    people = door_list(event, query)
    context = {
        "event": event,
        "words": words_of(event),
        "page_of_people": Paginator(people.found, PER_PAGE).get_page(request.GET.get("page")),
        "arrived": people.arrived,
        "expected": people.expected,
        "query": query,
        "refused": refused,
        "is_door_open": is_door_open(event, database_now()),
        "is_example": event.is_example,
    }
    return render(request, "events/door.html", context, status=422 if refused else 200)
