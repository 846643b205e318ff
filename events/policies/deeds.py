from datetime import datetime, timedelta
from typing import Any

from events.enums import EventStage, RegistrationMoment, RegistrationState
from events.records import Event, Registration
from portal.accounts.enums import Role
from portal.accounts.policies import holds

DOOR_OPENS_BEFORE = timedelta(hours=4)
DOOR_CLOSES_AFTER = timedelta(days=1)


def may_organise(user: Any) -> bool:
    """Organisers make, announce and cancel events, and read who has registered, needs included."""
    return holds(user, Role.ORGANISER)


def may_keep_the_door(user: Any) -> bool:
    """Door helpers see names, categories and who has arrived, and nothing else of a registration."""
    return holds(user, Role.ORGANISER, Role.DOOR_HELPER)


def may_announce(event: Event, at: datetime) -> bool:
    """An event that is still in preparation and not over yet."""
    return event.stage == EventStage.PREPARING and at < event.ends_at


def may_be_revised(event: Event, at: datetime) -> bool:
    """Facts may be put right until the event is called off or closed: on the day itself a room may change."""
    return event.stage in (EventStage.PREPARING, EventStage.ANNOUNCED)


def may_call_off(event: Event, at: datetime) -> bool:
    """Until it begins. What has begun was held."""
    return event.stage == EventStage.ANNOUNCED and at < event.starts_at


def may_be_closed(event: Event, at: datetime) -> bool:
    return event.stage == EventStage.ANNOUNCED and event.ends_at <= at


def may_register(event: Event, at: datetime) -> bool:
    """Anybody, from the opening instant (included) to the closing instant (excluded) of an announced event."""
    return event.stage == EventStage.ANNOUNCED and event.moment(at) is RegistrationMoment.OPEN


def may_cancel_registration(registration: Registration, at: datetime) -> bool:
    """Until the event begins: whoever stays away after that is simply not there."""
    event = registration.event
    return registration.is_active and event.stage == EventStage.ANNOUNCED and at < event.starts_at


def may_promote(event: Event, at: datetime) -> bool:
    """Places that come free go to the queue until the event is over."""
    return event.stage == EventStage.ANNOUNCED and at < event.ends_at


def may_check_in(registration: Registration, at: datetime) -> bool:
    event = registration.event
    return registration.state == RegistrationState.REGISTERED and is_door_open(event, at)


def is_door_open(event: Event, at: datetime) -> bool:
    return (
        event.stage in (EventStage.ANNOUNCED, EventStage.HELD)
        and event.starts_at - DOOR_OPENS_BEFORE <= at < event.ends_at + DOOR_CLOSES_AFTER
    )
