import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils.translation import override

from events.enums import RegistrationState
from events.records import AccessNeeds, Event, Registration
from events.services import MANAGE, call_off_event, forget_registrant
from events.views.registering import FROM_ONE_ADDRESS
from portal.accounts.links import sign
from portal.accounts.models import Participant
from portal.notifications.models import Notice

pytestmark = pytest.mark.django_db


def address(name: str, *args: object, language: str = "sq") -> str:
    with override(language):
        return reverse(f"events:{name}", args=args)


def filled(**changes: object) -> dict[str, object]:
    return {
        "form_token": str(uuid4()),
        "name": "Arta Shembull",
        "email": "arta@example.al",
        "organisation": "Shoqata shembull",
        "category": "civil_society",
        "hall_language": "sq",
    } | changes


@pytest.fixture
def form(workshop):
    return address("register", workshop.number)


def test_the_form_tells_before_sending_what_each_category_would_get(client, announce, come):
    event = announce(capacity=3, reserved={"government": 1})
    come(event, "business")
    come(event, "business")
    come(event, "business")

    page = client.get(address("register", event.number, language="en")).content.decode()

    assert "1 free place reserved for this category" in page
    assert "full; you would be number 2 in the waiting list" in page
    assert "full; you would be number 1 in the waiting list" in page


def test_the_whole_way_from_the_form_to_the_letter(client, form):
    response = client.post(form, filled(needs=["wheelchair"], note="Pranë derës", needs_consent="on"))

    assert response.status_code == 302
    receipt = client.get(response["Location"])
    assert receipt.status_code == 200
    assert "a…@example.al" in receipt.content.decode()
    registration = Registration.objects.get()
    assert (registration.state, registration.organisation) == ("registered", "Shoqata shembull")
    assert registration.participant.language == "sq"
    assert AccessNeeds.objects.get().wheelchair
    assert Notice.objects.get().recipient == "arta@example.al"


def test_the_language_of_the_form_is_the_language_of_the_letters(client, workshop):
    client.post(address("register", workshop.number, language="en"), filled())

    assert Notice.objects.get().subject == "You have a place: Workshop on return"


def test_a_known_address_and_an_unknown_one_see_the_same_screens(client, workshop, form, come):
    come(workshop, "business", email="known@example.al")

    unknown = client.post(form, filled(email="nunka@example.al"))
    known = client.post(form, filled(email="known@example.al"))

    assert unknown.status_code == known.status_code == 302
    pages = [client.get(answer["Location"]).content.decode() for answer in (unknown, known)]
    assert _without_addresses(pages[0]) == _without_addresses(pages[1])


def _without_addresses(page: str) -> str:
    """Without the masked address, and the token in the links of the language switch, which holds nothing else."""
    return re.sub(r"[nk]…@example\.al", "…", re.sub(r"(/deshmi/|/receipt/|/deshmia/)?[\w-]+:[\w-]+:[\w-]+/", "", page))


def test_a_double_click_is_one_registration(client, form):
    data = filled()

    client.post(form, data)
    again = client.post(form, data)

    assert again.status_code == 302
    assert Registration.objects.count() == Notice.objects.count() == 1


def test_extra_fields_change_nothing(client, announce, workshop, form):
    other = announce(titles=("Tjetra", "The other"))

    client.post(form, filled(state="waiting", event=other.pk, code="R-000000", participant=1, language="../../"))

    registration = Registration.objects.get()
    assert (registration.event, registration.state) == (workshop, RegistrationState.REGISTERED)
    assert registration.code != "R-000000"


@pytest.mark.parametrize(
    "bad",
    [
        {"name": ""},
        {"name": "x" * 121},
        {"email": "jo adresë"},
        {"email": "a@x.al, b@y.al"},
        {"email": '"x" <a@x.al>'},
        {"email": "a@x.al\r\nBcc: b@y.al"},
        {"email": f"{'a' * 300}@example.al"},
        {"category": ""},
        {"category": "nobody"},
        {"category": "1"},
        {"hall_language": "de"},
        {"needs": ["telepathy"]},
        {"note": "x" * 1001, "needs_consent": "on"},
        {"note": "A\0B", "needs_consent": "on"},
        {"note": "pa pëlqim"},
        {"needs": ["diet"]},
        {"form_token": "not a token"},
        {"organisation": "x" * 201},
    ],
    ids=lambda bad: " ".join(f"{name}={str(value)[:20]!a}" for name, value in bad.items()),
)
def test_what_cannot_be_right_comes_back_with_everything_else_kept(client, form, bad):
    response = client.post(form, filled(**bad))

    assert response.status_code == 422
    page = response.content.decode()
    assert "error-summary" in page
    assert ("Shoqata shembull" in page) or "organisation" in bad
    assert not Participant.objects.exists()
    assert not Registration.objects.exists()


def test_ten_megabytes_come_back_as_an_error_and_nothing_is_lost(client, form):
    response = client.post(form, filled(note="ë" * 5_000_000, needs_consent="on"))

    assert response.status_code == 422
    assert "Arta Shembull" in response.content.decode()


@pytest.mark.parametrize("name", ["A\0B", "Àlì ‮ مريم", "Ключ <b>&amp;", "=1+1", "A\r\nB: c", "𝔘𝔫𝔦 😀", "'\"--;"])
def test_any_honest_name_is_taken_and_shown_as_text(client, workshop, form, name):
    assert client.post(form, filled(name=name)).status_code == 302

    registration = Registration.objects.select_related("participant").get()
    assert "\n" not in registration.participant.name
    assert "\u202e" not in registration.participant.name
    page = client.get(address("manage", workshop.number, sign(MANAGE, registration.pk)))
    assert page.status_code == 200
    assert "<b>&amp;" not in page.content.decode()


def test_a_form_that_comes_too_late_says_so_and_keeps_the_words(client, workshop, form, now):
    Event.objects.update(registration_closes_at=now - timedelta(seconds=1))

    response = client.post(form, filled())

    assert response.status_code == 422
    assert "Arta Shembull" in response.content.decode()
    assert not Registration.objects.exists()


def test_before_opening_and_after_closing_there_is_no_form(client, workshop, form, now):
    Event.objects.update(registration_opens_at=now + timedelta(hours=1))

    page = client.get(form)

    assert page.status_code == 200
    assert "form_token" not in page.content.decode()


def test_one_address_is_not_written_to_without_end(client, form):
    for _ in range(FROM_ONE_ADDRESS):
        assert client.post(form, filled()).status_code == 302

    response = client.post(form, filled())

    assert response.status_code == 429
    assert int(response["Retry-After"]) > 0
    assert "Arta Shembull" in response.content.decode()


@pytest.mark.parametrize("name", ["register", "receipt", "manage", "calendar", "event", "door"])
def test_an_event_in_preparation_has_no_door(client, prepare, name):
    event = prepare()
    token = sign("events.receipt", f"{event.number} a…@b") if name == "receipt" else sign(MANAGE, 1)
    args = [event.number, token] if name in {"receipt", "manage"} else [event.number]

    response = client.get(address(name, *args))

    assert response.status_code == (302 if name == "door" else 404)


@pytest.mark.parametrize("name", ["event", "calendar", "door", "receipt"])
def test_reading_takes_no_other_method(client, workshop, name):
    args = [workshop.number, "x"] if name == "receipt" else [workshop.number]

    assert client.delete(address(name, *args)).status_code in {302, 405}
    assert client.put(address("register", workshop.number)).status_code == 405


# Managing by the signed link


@pytest.fixture
def registration(workshop, come):
    return come(workshop, "business", email="a@example.al", name="Njeri Shembull")


@pytest.fixture
def link(registration):
    return address("manage", registration.event.number, sign(MANAGE, registration.pk))


def test_looking_changes_nothing_and_the_button_cancels(client, registration, link):
    assert registration.code in client.get(link).content.decode()
    assert Registration.objects.get().state == "registered"

    response = client.post(link)

    assert response.status_code == 302
    assert Registration.objects.get().state == "cancelled"
    assert client.get(response["Location"]).status_code == 200
    assert client.post(link).status_code == 302  # pressed again: no error


def test_the_link_in_the_letter_is_this_link(registration, link):
    assert link in Notice.objects.get().body_text


@pytest.mark.parametrize("spoil", ["altered", "other purpose", "other event", "erased", "nobody"])
def test_a_link_that_does_not_hold_is_told_so_alike(client, announce, registration, link, spoil):
    if spoil == "altered":
        link = link[:-3] + "x/"
    elif spoil == "other purpose":
        link = address("manage", registration.event.number, sign("events.receipt", registration.pk))
    elif spoil == "other event":
        link = address("manage", announce(titles=("T", "O")).number, sign(MANAGE, registration.pk))
    elif spoil == "erased":
        forget_registrant(email="a@example.al")
    else:
        link = address("manage", registration.event.number, sign(MANAGE, 4711))

    response = client.get(link)

    assert response.status_code == 404
    assert "Njeri Shembull" not in response.content.decode()
    assert client.post(link).status_code == 404


def test_a_place_is_not_given_back_once_the_event_has_begun(client, registration, link, now):
    Event.objects.update(starts_at=now - timedelta(hours=1), registration_closes_at=now - timedelta(hours=1))

    assert client.post(link).status_code == 422
    assert Registration.objects.get().state == "registered"


def test_the_link_still_tells_after_the_event_was_called_off(client, registration, link):
    call_off_event(event=registration.event, reason_sq="Salla.", reason_en="The hall.")

    assert client.get(link).status_code == 200


def test_pages_of_a_person_are_stored_nowhere(client, link, form):
    for path in (link, form):
        assert "no-store" in client.get(path)["Cache-Control"]


def test_a_receipt_of_another_event_or_time_is_none(client, announce, workshop):
    other = announce(titles=("Tjetra", "The other"))
    token = sign("events.receipt", f"{workshop.number} a…@example.al")

    assert client.get(address("receipt", workshop.number, token)).status_code == 200
    assert client.get(address("receipt", other.number, token)).status_code == 404
