from datetime import timedelta

import pytest

from events.enums import RegistrationState
from events.errors import RegistrationCannotBeCancelled
from events.records import Event
from events.services import cancel_registration
from portal.notifications.models import Notice

pytestmark = pytest.mark.django_db


def states(*registrations):
    for registration in registrations:
        registration.refresh_from_db()
    return [registration.state for registration in registrations]


def test_a_place_given_back_goes_to_the_first_of_the_queue_with_a_letter(announce, come):
    event = announce(capacity=1)
    seated, first, second = (come(event, "business") for _ in range(3))

    cancel_registration(registration=seated)

    assert states(seated, first, second) == ["cancelled", "registered", "waiting"]
    letter = Notice.objects.get(template="events/place_free")
    assert letter.recipient == first.participant.email
    assert letter.attachments.count() == 1
    assert Notice.objects.filter(template="events/cancelled", recipient=seated.participant.email).count() == 1


def test_a_reserved_place_given_back_passes_over_other_categories(announce, come):
    event = announce(capacity=2, reserved={"government": 1})
    official = come(event, "government")
    come(event, "business")
    business, second_official = come(event, "business"), come(event, "government")

    cancel_registration(registration=official)

    assert states(business, second_official) == ["waiting", "registered"]


def test_an_open_place_given_back_goes_to_whoever_waited_longest(announce, come):
    event = announce(capacity=2, reserved={"government": 1})
    come(event, "government")
    business = come(event, "business")
    academic, official = come(event, "academia"), come(event, "government")

    cancel_registration(registration=business)

    assert states(academic, official) == ["registered", "waiting"]


def test_leaving_the_waiting_list_promotes_nobody(announce, come):
    event = announce(capacity=1)
    seated, first, second = (come(event, "business") for _ in range(3))

    cancel_registration(registration=first)

    assert states(seated, first, second) == ["registered", "cancelled", "waiting"]


def test_cancelling_twice_is_no_error_and_writes_one_letter(workshop, come):
    registration = come(workshop, "business")

    cancel_registration(registration=registration)
    cancel_registration(registration=registration)

    assert Notice.objects.filter(template="events/cancelled").count() == 1


def test_once_the_event_has_begun_nothing_is_cancelled(workshop, come, now):
    registration = come(workshop, "business")
    Event.objects.update(starts_at=now - timedelta(minutes=1), registration_closes_at=now - timedelta(minutes=1))

    with pytest.raises(RegistrationCannotBeCancelled):
        cancel_registration(registration=registration)

    assert states(registration) == [RegistrationState.REGISTERED]
