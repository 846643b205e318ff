"""Who may do what, and when: actors and moments against each deed."""

from datetime import UTC, datetime, timedelta

import pytest

from events import policies
from events.enums import EventStage, RegistrationState
from events.records import Event, Registration
from portal.accounts.enums import Role
from tests.events.conftest import somebody

OPENS = datetime(2027, 1, 1, 8, tzinfo=UTC)
CLOSES = datetime(2027, 1, 20, 23, tzinfo=UTC)
STARTS = datetime(2027, 1, 28, 8, tzinfo=UTC)
ENDS = datetime(2027, 1, 29, 16, tzinfo=UTC)
INSTANT = timedelta(microseconds=1)

MOMENTS = {
    "before registration": OPENS - INSTANT,
    "as registration opens": OPENS,
    "last instant of registration": CLOSES - INSTANT,
    "as registration closes": CLOSES,
    "four hours before": STARTS - timedelta(hours=4),
    "last instant before the start": STARTS - INSTANT,
    "as it starts": STARTS,
    "as it ends": ENDS,
    "a day after the end": ENDS + timedelta(days=1),
}
ALL = set(MOMENTS)
BEFORE_START = {
    "before registration",
    "as registration opens",
    "last instant of registration",
    "as registration closes",
    "four hours before",
    "last instant before the start",
}
BEFORE_END = BEFORE_START | {"as it starts"}


def event(stage: EventStage) -> Event:
    return Event(
        stage=stage,
        registration_opens_at=OPENS,
        registration_closes_at=CLOSES,
        starts_at=STARTS,
        ends_at=ENDS,
        capacity=5,
    )


ALLOWED = {
    (policies.may_announce, EventStage.PREPARING): BEFORE_END,
    (policies.may_announce, EventStage.ANNOUNCED): set(),
    (policies.may_announce, EventStage.CANCELLED): set(),
    (policies.may_be_revised, EventStage.PREPARING): ALL,
    (policies.may_be_revised, EventStage.ANNOUNCED): ALL,
    (policies.may_be_revised, EventStage.CANCELLED): set(),
    (policies.may_be_revised, EventStage.HELD): set(),
    (policies.may_call_off, EventStage.PREPARING): set(),
    (policies.may_call_off, EventStage.ANNOUNCED): BEFORE_START,
    (policies.may_call_off, EventStage.HELD): set(),
    (policies.may_be_closed, EventStage.ANNOUNCED): {"as it ends", "a day after the end"},
    (policies.may_be_closed, EventStage.PREPARING): set(),
    (policies.may_register, EventStage.PREPARING): set(),
    (policies.may_register, EventStage.ANNOUNCED): {"as registration opens", "last instant of registration"},
    (policies.may_register, EventStage.CANCELLED): set(),
    (policies.may_register, EventStage.HELD): set(),
    (policies.may_promote, EventStage.ANNOUNCED): BEFORE_END,
    (policies.may_promote, EventStage.CANCELLED): set(),
    (policies.is_door_open, EventStage.PREPARING): set(),
    (policies.is_door_open, EventStage.CANCELLED): set(),
    (policies.is_door_open, EventStage.ANNOUNCED): {
        "four hours before",
        "last instant before the start",
        "as it starts",
        "as it ends",
    },
}


@pytest.mark.parametrize(("deed", "stage"), ALLOWED, ids=lambda value: getattr(value, "__name__", str(value)))
@pytest.mark.parametrize("moment", MOMENTS)
def test_a_deed_is_allowed_at_its_moments_only(deed, stage, moment):
    assert deed(event(stage), MOMENTS[moment]) is (moment in ALLOWED[deed, stage])


@pytest.mark.parametrize("state", RegistrationState)
@pytest.mark.parametrize("moment", MOMENTS)
def test_a_registration_can_be_cancelled_while_it_stands_and_the_event_has_not_begun(state, moment):
    registration = Registration(event=event(EventStage.ANNOUNCED), state=state)

    allowed = state in {"registered", "waiting"} and moment in BEFORE_START
    assert policies.may_cancel_registration(registration, MOMENTS[moment]) is allowed


@pytest.mark.parametrize("state", RegistrationState)
def test_only_who_has_a_place_can_be_checked_in(state):
    registration = Registration(event=event(EventStage.ANNOUNCED), state=state)

    assert policies.may_check_in(registration, STARTS) is (state == RegistrationState.REGISTERED)
    assert not policies.may_check_in(registration, OPENS)


@pytest.mark.django_db
@pytest.mark.parametrize("role", [None, *Role])
def test_organisers_organise_and_door_helpers_keep_the_door(role):
    user = somebody(role)

    assert policies.may_organise(user) is (role in {Role.ORGANISER, Role.ADMINISTRATOR})
    assert policies.may_keep_the_door(user) is (role in {Role.ORGANISER, Role.DOOR_HELPER, Role.ADMINISTRATOR})


def test_a_visitor_organises_nothing_and_keeps_no_door():
    assert not policies.may_organise(None)
    assert not policies.may_keep_the_door(None)
