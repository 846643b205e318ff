from datetime import timedelta
from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from events.errors import RegistrationCannotBeCancelled
from events.forms import RegistrationForm
from events.policies import may_cancel_registration, may_register
from events.records import Event, Registration
from events.selectors import category_hints, event_context, turn_of, words_of
from events.services import MANAGE, RegistrationEntry, cancel_registration, register
from events.views.reading import public_event_or_404
from portal.accounts.errors import LinkNotValid, Refusal, TooOften
from portal.accounts.limits import check_limit, check_request_limit
from portal.accounts.links import read_signed, sign
from portal.work.clock import database_now

RECEIPT = "events.receipt"
RECEIPT_VALID_FOR = timedelta(hours=2)
FROM_ONE_SENDER = 60
FROM_ONE_ADDRESS = 10
PER = timedelta(hours=1)


@never_cache
@require_http_methods(["GET", "POST"])
def register_for_event(request: HttpRequest, number: int) -> HttpResponse:
    """The form of an event. Places left, or the turn in the waiting list, are told beside each category before sending."""
    event = public_event_or_404(number)
    form = RegistrationForm(request.POST or None)
    if form.is_valid():
        try:
            _register(request, event, form.entry, form.cleaned_data["form_token"])
        except ValidationError as refusal:
            form.add_error(None, refusal)
        except TooOften as refusal:
            form.add_error(None, str(refusal.message))
            response = _form_page(request, event, form, status=429)
            response["Retry-After"] = str(refusal.seconds)
            return response
        except Refusal as refusal:
            form.add_error(None, str(refusal.message))
        else:
            token = sign(RECEIPT, f"{event.number} {masked(form.cleaned_data['email'])}")
            return redirect("events:receipt", number, token)
    return _form_page(request, event, form, status=422 if form.errors else 200)


def _register(request: HttpRequest, event: Event, entry: RegistrationEntry, form_token: UUID | None) -> None:
    """One connection may be a whole ministry, so it may send many; one address is written to a few times only."""
    check_request_limit("events.register", request, times=FROM_ONE_SENDER, per=PER)
    check_limit("events.register.address", entry.email.lower(), times=FROM_ONE_ADDRESS, per=PER)
    register(event=event, entry=entry, form_token=form_token)


def _form_page(request: HttpRequest, event: Event, form: RegistrationForm, *, status: int) -> HttpResponse:
    now = database_now()
    told = event_context(event, now)
    context = told | {
        "words": words_of(event),
        "form": form,
        "is_example": event.is_example,
        "is_open": may_register(event, now),
        "hints": category_hints(told["places"]),
        "all_full": not told["places"].free_in_all,
    }
    return render(request, "events/register.html", context, status=status)


@never_cache
@require_safe
def receipt(request: HttpRequest, number: int, token: str) -> HttpResponse:
    """The same words for everybody who sent the form: only the letter says what became of it.

    A screen that told more would tell a stranger whether an address is registered.
    """
    event = public_event_or_404(number)
    try:
        signed, _, address = read_signed(RECEIPT, token, valid_for=RECEIPT_VALID_FOR).partition(" ")
    except LinkNotValid as refusal:
        return link_not_valid(request, refusal)
    if signed != str(number):
        return link_not_valid(request, LinkNotValid())
    context = {"event": event, "words": words_of(event), "address": address, "is_example": event.is_example}
    return render(request, "events/receipt.html", context)


@never_cache
@require_http_methods(["GET", "POST"])
def manage(request: HttpRequest, number: int, token: str) -> HttpResponse:
    """A registration by the link in its letter. Looking changes nothing (mail scanners look); the button cancels."""
    try:
        registration = _signed_registration(number, token)
    except LinkNotValid as refusal:
        return link_not_valid(request, refusal)
    refused = ""
    if request.method == "POST":
        try:
            cancel_registration(registration=registration)
        except RegistrationCannotBeCancelled as refusal:
            refused = str(refusal.message)
        else:
            return redirect("events:manage", number, token)
    event = registration.event
    context = event_context(event, database_now()) | {
        "words": words_of(event),
        "registration": registration,
        "may_cancel": may_cancel_registration(registration, database_now()),
        "refused": refused,
        "turn": turn_of(registration),
        "is_example": event.is_example,
    }
    return render(request, "events/manage.html", context, status=422 if refused else 200)


def link_not_valid(request: HttpRequest, refusal: LinkNotValid) -> HttpResponse:
    """One page for every link that does not hold, whatever the reason."""
    return render(request, "events/link_not_valid.html", {"message": refusal.message}, status=404)


def _signed_registration(number: int, token: str) -> Registration:
    found = (
        Registration.objects.filter(pk=read_signed(MANAGE, token), event__number=number, participant__isnull=False)
        .select_related("event", "participant", "category")
        .first()
    )
    if found is None:
        raise LinkNotValid
    return found


def masked(email: str) -> str:
    """Enough of an address for its owner to see a typing error, too little for anybody else."""
    name, _, domain = email.partition("@")
    return f"{name[:1]}…@{domain}"
