from datetime import timedelta

import pytest

from events.enums import AccessNeed
from events.records import AccessNeeds, Event, Registration
from events.services import forget_needs, forget_registrant
from portal.accounts.models import Participant
from portal.accounts.services.my_data import erase_person, everything_held

pytestmark = pytest.mark.django_db


def test_an_erased_person_gives_the_place_back_and_goes_on_being_counted(announce, come):
    event = announce(capacity=1)
    seated = come(event, "business", email="a@example.al", organisation="Firma", needs=[AccessNeed.DIET])
    waiting = come(event, "business", email="b@example.al")

    erase_person(email="a@example.al")

    seated.refresh_from_db()
    waiting.refresh_from_db()
    assert (seated.state, seated.organisation, seated.participant) == ("cancelled", "", None)
    assert waiting.state == "registered"
    assert [person.email for person in Participant.objects.all()] == ["b@example.al"]
    assert not AccessNeeds.objects.exists()
    assert Registration.objects.count() == 2


def test_who_came_to_an_event_that_is_over_is_still_counted_after_an_erasure(announce, come, now):
    event = announce(capacity=1)
    come(event, "business", email="a@example.al")
    Event.objects.update(
        registration_opens_at=now - timedelta(days=9),
        registration_closes_at=now - timedelta(days=8),
        starts_at=now - timedelta(days=2),
        ends_at=now - timedelta(days=1),
    )

    assert forget_registrant(email="A@example.al") == 1

    registration = Registration.objects.get()
    assert (registration.state, registration.participant) == ("registered", None)


def test_a_person_can_read_everything_that_is_held(workshop, come):
    registration = come(workshop, "business", email="a@example.al", needs=[AccessNeed.DIET], note="Pa gluten")
    come(workshop, "business", email="b@example.al")

    (held,) = [
        row for holding in everything_held("a@example.al") for row in holding["rows"] if registration.code in str(row)
    ]

    assert "Pa gluten" in str(held)
    assert "b@example.al" not in str(everything_held("a@example.al"))


def test_needs_are_deleted_thirty_days_after_the_event_and_not_before(announce, come, now):
    old, recent = announce(), announce(titles=("Tjetra", "The other"))
    for event in (old, recent):
        come(event, "business", needs=[AccessNeed.DIET])
    _end(old, now - timedelta(days=31))
    _end(recent, now - timedelta(days=29))

    assert forget_needs() == 1

    assert AccessNeeds.objects.get().registration.event == recent
    assert forget_needs() == 0


def _end(event, at):
    Event.objects.filter(pk=event.pk).update(
        registration_opens_at=at - timedelta(days=9),
        registration_closes_at=at - timedelta(days=8),
        starts_at=at - timedelta(hours=8),
        ends_at=at,
    )
