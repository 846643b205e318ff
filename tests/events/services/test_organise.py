"""Starting, announcing, revising, calling off and closing an event."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from events.enums import EventStage, RegistrationState
from events.errors import (
    AddressWordTaken,
    EventAlreadyBegun,
    EventNotAnnounced,
    EventNotInPreparation,
    EventNotOver,
    PlacesAlreadyTaken,
)
from events.pages import EventPage
from events.records import Event, ProgrammeItem
from events.services import (
    announce_event,
    call_off_event,
    cancel_registration,
    change_places,
    close_event,
    plant_event_index,
    promote_waiting,
    revise_event,
    start_event,
)
from portal.accounts.enums import Role
from portal.accounts.records import AuditEntry
from portal.accounts.services import sync_roles
from portal.notifications.models import Notice
from portal.search.records import SearchChange
from tests.events.conftest import an_event, somebody, words

pytestmark = pytest.mark.django_db


def test_one_deed_makes_the_record_and_a_draft_page_in_each_language(prepare):
    event = prepare(reserved={"government": 2})

    pages = {page.locale.language_code: page for page in EventPage.objects.filter(event=event)}
    assert {code: page.title for code, page in pages.items()} == {
        "sq": "Punëtori për kthimin",
        "en": "Workshop on return",
    }
    assert not any(page.live for page in pages.values())
    assert event.stage == EventStage.PREPARING
    assert [(quota.category.code, quota.reserved) for quota in event.quotas.all()] == [("government", 2)]


def test_events_are_numbered_one_after_the_other(prepare):
    assert [prepare().number, prepare(titles=("Tjetra", "The other")).number] == [1, 2]


def test_an_event_of_a_known_code_is_returned_as_it_is(index, categories, now):
    first = start_event(event=an_event(now, code="workshop"), words=words())

    again = start_event(event=an_event(now, code="workshop", capacity=99), words=words("Tjetër", "Other"))

    assert again == first
    assert Event.objects.get().capacity == 6
    assert EventPage.objects.count() == 2


def test_more_places_reserved_than_there_are_is_refused_and_nothing_is_left_behind(prepare):
    with pytest.raises(PlacesAlreadyTaken):
        prepare(capacity=3, reserved={"government": 2, "business": 2})

    assert not Event.objects.exists()
    assert not EventPage.objects.exists()


@pytest.mark.parametrize(
    "facts",
    [
        {"ends_at": timedelta(days=20)},
        {"registration_closes_at": timedelta(days=-2)},
        {"registration_closes_at": timedelta(days=30)},
        {"capacity": 0},
        {"access_sq": "Ashensor"},
    ],
    ids=["ends before it starts", "closes before it opens", "closes after the end", "no places", "one language only"],
)
def test_facts_that_contradict_each_other_are_refused(prepare, now, facts):
    with pytest.raises(ValidationError):
        prepare(**{name: now + value if isinstance(value, timedelta) else value for name, value in facts.items()})


def test_a_title_that_makes_an_address_of_the_portal_is_refused(prepare):
    for title in ("Calendar", "2027"):
        with pytest.raises(AddressWordTaken):
            prepare(titles=(title, "Something else"))

    assert not Event.objects.exists()


def test_announcing_publishes_both_languages_and_is_noted(prepare):
    event = prepare()
    sync_roles()
    organiser = somebody(Role.ORGANISER)

    event = announce_event(event=event, user=organiser)

    assert event.stage == EventStage.ANNOUNCED
    assert EventPage.objects.live().count() == 2
    assert AuditEntry.objects.get(deed="events.announce").actor == organiser
    assert SearchChange.objects.filter(kind="event", key=event.pk).exists()


def test_announcing_twice_changes_nothing_and_a_cancelled_event_stays_cancelled(workshop):
    assert announce_event(event=workshop).announced_at == workshop.announced_at
    call_off_event(event=workshop, reason_sq="Salla.", reason_en="The hall.")

    with pytest.raises(EventNotInPreparation):
        announce_event(event=workshop)


def test_calling_off_writes_to_whoever_has_a_place_or_waits_and_to_nobody_else(announce, come):
    event = announce(capacity=1)
    seated, waiting, gone = (come(event, "business") for _ in range(3))
    cancel_registration(registration=gone)
    Notice.objects.all().delete()

    call_off_event(event=event, reason_sq="Salla u mbyll.", reason_en="The hall was closed.")

    letters = Notice.objects.filter(template="events/event_cancelled")
    assert {letter.recipient for letter in letters} == {seated.participant.email, waiting.participant.email}
    assert all(
        "Salla u mbyll." in letter.body_text and "The hall was closed." in letter.body_text for letter in letters
    )
    assert set(event.registrations.values_list("state", flat=True)) == {"cancelled"}
    event.refresh_from_db()
    assert event.calendar_sequence == 1


def test_what_has_begun_is_not_called_off(workshop, now):
    Event.objects.update(starts_at=now - timedelta(hours=1), registration_closes_at=now - timedelta(hours=1))

    with pytest.raises(EventAlreadyBegun):
        call_off_event(event=workshop, reason_sq="x", reason_en="x")


def test_closing_lets_those_who_still_wait_lapse(announce, come, now):
    event = announce(capacity=1)
    come(event, "business")
    waiting = come(event, "business")
    with pytest.raises(EventNotOver):
        close_event(event=event)
    Event.objects.update(
        starts_at=now - timedelta(days=2),
        ends_at=now - timedelta(days=1),
        registration_opens_at=now - timedelta(days=9),
        registration_closes_at=now - timedelta(days=3),
    )

    assert close_event(event=event).stage == EventStage.HELD

    waiting.refresh_from_db()
    assert waiting.state == RegistrationState.LAPSED


def test_more_places_go_to_the_queue_at_once(announce, come, categories):
    event = announce(capacity=1)
    come(event, "business")
    waiting = come(event, "business")

    change_places(event=event, capacity=2, reserved={}, released_at=None)

    waiting.refresh_from_db()
    assert waiting.state == RegistrationState.REGISTERED


def test_fewer_places_than_people_have_are_refused(announce, come, categories):
    event = announce(capacity=3)
    come(event, "business")
    come(event, "business")

    with pytest.raises(PlacesAlreadyTaken, match="2"):
        change_places(event=event, capacity=1, reserved={}, released_at=None)
    with pytest.raises(PlacesAlreadyTaken, match="4"):
        change_places(event=event, capacity=3, reserved={categories["government"]: 2}, released_at=None)

    event.refresh_from_db()
    assert (event.capacity, event.quotas.count()) == (3, 0)


def test_a_moved_event_raises_its_calendar_sequence_and_a_new_contact_does_not(workshop):
    workshop.contact_email = "tjeter@example.al"
    assert revise_event(event=workshop).calendar_sequence == 0

    workshop.place_sq, workshop.place_en = "Salla tjetër", "The other hall"
    assert revise_event(event=workshop).calendar_sequence == 1


def test_a_revision_never_brings_a_cancelled_event_back(workshop):
    stale = Event.objects.get(pk=workshop.pk)
    call_off_event(event=workshop, reason_sq="Salla.", reason_en="The hall.")

    with pytest.raises(EventNotAnnounced):
        revise_event(event=stale)

    assert Event.objects.get().stage == EventStage.CANCELLED


def test_revising_keeps_the_programme_and_the_quotas_of_the_form(workshop, categories):
    workshop.programme = [
        ProgrammeItem(
            starts_at=workshop.starts_at,
            ends_at=workshop.starts_at + timedelta(hours=1),
            title_sq="Hapja",
            title_en="Opening",
        )
    ]
    workshop.quotas = [quota for quota in workshop.quotas.all() if quota.category.code == "government"]

    revised = revise_event(event=workshop, user=somebody(Role.ORGANISER))

    assert [item.title_sq for item in revised.programme.all()] == ["Hapja"]
    assert [quota.category.code for quota in revised.quotas.all()] == ["government"]


def test_the_sweep_of_a_released_event_serves_its_queue(announce, come, now):
    event = announce(capacity=2, reserved={"government": 1})
    come(event, "business")
    waiting = come(event, "business")
    assert promote_waiting(event=event) == 0
    Event.objects.update(places_released_at=now - timedelta(seconds=1))

    assert promote_waiting(event=event) == 1

    waiting.refresh_from_db()
    assert waiting.state == RegistrationState.REGISTERED
    assert promote_waiting(event=event) == 0


def test_the_list_is_planted_once(home):
    assert plant_event_index(home) == plant_event_index(home)
