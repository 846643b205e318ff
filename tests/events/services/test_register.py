from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError

from events.enums import AccessNeed, RegistrationState
from events.errors import RegistrationNotOpen
from events.records import AccessNeeds, Event, Registration
from events.services import cancel_registration
from portal.accounts.models import Participant
from portal.languages.enums import Language
from portal.notifications.models import Notice

pytestmark = pytest.mark.django_db


def test_whoever_registers_first_takes_a_place_and_gets_a_letter_with_the_calendar_file(workshop, come):
    registration = come(workshop, "government", email="Arta@Example.al", organisation="Bashkia shembull")

    assert registration.state == RegistrationState.REGISTERED
    assert registration.organisation == "Bashkia shembull"
    assert registration.participant.email == "arta@example.al"
    notice = Notice.objects.get()
    assert (notice.template, notice.recipient) == ("events/registered", "arta@example.al")
    assert notice.attachments.get().name.endswith(".ics")
    assert registration.code in notice.body_text


def test_reserved_places_then_open_ones_then_the_waiting_list(workshop, come):
    states = [come(workshop, "government").state for _ in range(6)]

    assert states == ["registered"] * 5 + ["waiting"]  # 2 reserved, 3 open; the sixth belongs to civil society
    assert come(workshop, "civil_society").state == "registered"
    assert come(workshop, "civil_society").state == "waiting"


def test_whoever_waits_is_told_their_number(workshop, come):
    for _ in range(5):
        come(workshop, "business")
    come(workshop, "government")
    come(workshop, "government")

    waiting = come(workshop, "business", email="e@example.al", language=Language.ENGLISH)

    notice = Notice.objects.get(recipient="e@example.al")
    assert waiting.state == RegistrationState.WAITING
    assert notice.template == "events/waiting"
    assert "number 3 of your category" in notice.body_text
    assert not notice.attachments.exists()


@pytest.mark.parametrize(
    "facts",
    [
        {"registration_opens_at": timedelta(hours=1)},
        {"registration_opens_at": timedelta(hours=-2), "registration_closes_at": timedelta(hours=-1)},
    ],
    ids=["not open yet", "closed already"],
)
def test_outside_its_time_registration_takes_nobody(announce, come, now, facts):
    event = announce(**{name: now + shift for name, shift in facts.items()})

    with pytest.raises(RegistrationNotOpen):
        come(event, "business")

    assert not Registration.objects.exists()
    assert not Participant.objects.exists()


def test_an_event_in_preparation_takes_nobody(prepare, come):
    with pytest.raises(RegistrationNotOpen):
        come(prepare(), "business")


def test_the_same_form_pressed_twice_is_one_registration_and_one_letter(workshop, come):
    token = uuid4()

    first = come(workshop, "business", email="a@example.al", form_token=token)
    second = come(workshop, "business", email="a@example.al", form_token=token)

    assert first == second
    assert Notice.objects.count() == 1


def test_the_same_form_sent_again_after_closing_is_still_acknowledged(workshop, come, now):
    token = uuid4()
    first = come(workshop, "business", form_token=token)
    Event.objects.update(registration_closes_at=now - timedelta(minutes=1))

    assert come(workshop, "business", form_token=token) == first


def test_one_form_token_serves_two_events_without_harm(announce, come):
    token = uuid4()
    one, other = announce(), announce(titles=("Tjetër", "Other"))

    assert come(one, "business", form_token=token) != come(other, "business", form_token=token)


def test_an_address_registers_once_and_its_letter_says_so(workshop, come):
    first = come(workshop, "business", email="a@example.al")

    second = come(workshop, "academia", email="A@EXAMPLE.AL", name="Tjetër")

    assert second == first
    assert Registration.objects.get().category.code == "business"
    assert Notice.objects.filter(template="events/standing", recipient="a@example.al").count() == 1


def test_asking_again_and_again_sends_one_letter_a_day(workshop, come):
    for _ in range(4):
        come(workshop, "business", email="a@example.al")

    assert Notice.objects.filter(template="events/standing").count() == 1


def test_a_cancelled_address_may_register_again(workshop, come):
    first = come(workshop, "business", email="a@example.al")
    cancel_registration(registration=first)

    again = come(workshop, "business", email="a@example.al")

    assert again != first
    assert again.state == RegistrationState.REGISTERED


def test_needs_stand_in_their_own_table_and_only_if_there_are_any(workshop, come):
    come(workshop, "business")
    registration = come(workshop, "business", needs=[AccessNeed.WHEELCHAIR, AccessNeed.DIET], note="Pa gluten")

    needs = AccessNeeds.objects.get()
    assert needs.registration == registration
    assert (needs.wheelchair, needs.diet, needs.companion, needs.note) == (True, True, False, "Pa gluten")


def test_a_finer_category_counts_under_its_top_one(workshop, come, categories):
    finer = type(categories["business"]).objects.create(
        code="chambers", parent=categories["business"], name_sq="Dhoma", name_en="Chambers"
    )
    categories["chambers"] = finer

    assert come(workshop, "chambers").category.code == "business"


def test_what_a_service_is_given_is_checked_there_too(workshop, come):
    with pytest.raises(ValidationError):
        come(workshop, "business", name="x" * 121)

    assert not Participant.objects.exists()


def test_the_queue_is_served_before_a_newcomer_after_the_release(announce, come, now):
    event = announce(capacity=2, reserved={"government": 1})
    come(event, "business")
    waiting = come(event, "business")
    Event.objects.update(places_released_at=now - timedelta(seconds=1))

    newcomer = come(event, "academia")

    waiting.refresh_from_db()
    assert waiting.state == RegistrationState.REGISTERED
    assert newcomer.state == RegistrationState.WAITING


def test_nothing_that_was_typed_stands_in_a_letter(workshop, come):
    come(workshop, "business", name="Shihni evil.example", organisation="evil.example", note="evil.example", needs=[])

    notice = Notice.objects.get()
    assert "evil.example" not in notice.subject + notice.body_text + notice.body_html


def test_letters_of_an_example_say_so_in_both_languages(announce, come):
    event = announce(is_example=True)
    come(event, "business")

    notice = Notice.objects.get()
    assert notice.body_text.count("example") + notice.body_text.count("shembull") >= 2
    assert "This is an example" in notice.body_text
