from datetime import timedelta

import pytest

from events.errors import DoorClosed, NoPlaceAtTheDoor
from events.records import Attendance, Event
from events.services import check_in, undo_check_in
from portal.accounts.enums import Role
from tests.events.conftest import somebody

pytestmark = pytest.mark.django_db


@pytest.fixture
def today(announce, now):
    """A full event of one place that begins in an hour, its registration still open."""
    event = announce(capacity=1)
    Event.objects.update(
        starts_at=now + timedelta(hours=1),
        ends_at=now + timedelta(hours=9),
        registration_closes_at=now + timedelta(hours=2),
    )
    event.refresh_from_db()
    return event


def test_an_arrival_is_noted_once_and_a_second_time_tells_of_the_first(today, come):
    registration, helper = come(today, "business"), somebody(Role.DOOR_HELPER)

    first = check_in(registration=registration, user=helper)
    second = check_in(registration=registration, user=somebody(Role.DOOR_HELPER))

    assert first == second
    assert (second.arrived_at, second.noted_by) == (first.arrived_at, helper)


def test_an_arrival_noted_by_mistake_is_taken_back(today, come):
    registration = come(today, "business")
    check_in(registration=registration)

    undo_check_in(registration=registration)

    assert not Attendance.objects.exists()


def test_whoever_only_waits_is_not_let_in(today, come):
    come(today, "business")
    waiting = come(today, "business")

    with pytest.raises(NoPlaceAtTheDoor):
        check_in(registration=waiting)


def test_three_weeks_ahead_the_door_is_closed(workshop, come):
    registration = come(workshop, "business")

    with pytest.raises(DoorClosed):
        check_in(registration=registration)
    with pytest.raises(DoorClosed):
        undo_check_in(registration=registration)
