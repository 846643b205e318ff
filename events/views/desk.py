"""The organisers' desk of one event: where it stands, who has registered, what they need, and the deeds."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from events.enums import RegistrationState
from events.forms import CallOffForm
from events.policies import may_announce, may_be_closed, may_be_revised, may_call_off, may_organise
from events.records import Event
from events.selectors import desk_places, needs_of, registrations_of, words_of
from events.services import announce_event, call_off_event, close_event
from portal.accounts.errors import Refusal
from portal.work.clock import database_now

PER_PAGE = 100
View = Callable[..., HttpResponse]


def for_organisers(view: View) -> View:
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not may_organise(request.user):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded


def event_or_404(pk: int) -> Event:
    return get_object_or_404(Event.objects.prefetch_related("pages__locale"), pk=pk)


@for_organisers
@require_safe
def desk(request: HttpRequest, pk: int) -> HttpResponse:
    event = event_or_404(pk)
    now = database_now()
    state = request.GET.get("state", "")
    people = registrations_of(event)
    if state in RegistrationState.values:
        people = people.filter(state=state)
    return render(
        request,
        "events/admin/desk.html",
        {
            "event": event,
            "words": words_of(event),
            "status": event.moment(now).label if event.stage != "preparing" else event.get_stage_display(),
            "rows": desk_places(event, now),
            "needs": needs_of(event),
            "people": Paginator(people, PER_PAGE).get_page(request.GET.get("p")),
            "state": state,
            "states": RegistrationState.choices,
            "pages": sorted(event.pages.all(), key=lambda page: page.locale.language_code, reverse=True),
            "may_announce": may_announce(event, now),
            "may_be_revised": may_be_revised(event, now),
            "may_call_off": may_call_off(event, now),
            "may_be_closed": may_be_closed(event, now),
            "header_title": words_of(event).title,
            "header_icon": "calendar-alt",
            "breadcrumbs_items": _crumbs(event),
        },
    )


@for_organisers
@require_POST
def announce(request: HttpRequest, pk: int) -> HttpResponse:
    return _done(
        request, pk, lambda event: announce_event(event=event, user=request.user), _("The event is announced.")
    )


@for_organisers
@require_POST
def close(request: HttpRequest, pk: int) -> HttpResponse:
    return _done(request, pk, lambda event: close_event(event=event, user=request.user), _("The event is closed."))


@for_organisers
@require_http_methods(["GET", "POST"])
def call_off(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask for the reason in both languages, then write to everybody."""
    event = event_or_404(pk)
    form = CallOffForm(request.POST or None)
    if form.is_valid():
        try:
            call_off_event(event=event, user=request.user, **form.cleaned_data)
        except ValidationError as refusal:
            form.add_error(None, refusal)
        except Refusal as refusal:
            form.add_error(None, str(refusal.message))
        else:
            messages.success(request, _("The event is cancelled, and everybody who had registered is written to."))
            return redirect("event:desk", pk)
    context = {
        "event": event,
        "words": words_of(event),
        "form": form,
        "header_title": _("Cancel the event"),
        "header_icon": "calendar-alt",
        "breadcrumbs_items": [
            *_crumbs(event)[:-1],
            {"url": reverse("event:desk", args=[pk]), "label": words_of(event).title},
        ],
    }
    return render(request, "events/admin/call_off.html", context, status=422 if form.errors else 200)


def _done(request: HttpRequest, pk: int, deed: Callable[[Event], Event], words: str) -> HttpResponse:
    try:
        deed(event_or_404(pk))
    except Refusal as refusal:
        messages.error(request, str(refusal.message))
    else:
        messages.success(request, words)
    return redirect("event:desk", pk)


def _crumbs(event: Event) -> list[dict[str, str]]:
    return [
        {"url": reverse("event:index"), "label": str(Event._meta.verbose_name_plural).capitalize()},
        {"url": "", "label": words_of(event).title},
    ]
