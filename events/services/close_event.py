from typing import Any

from django.db import transaction

from events.enums import EventStage, RegistrationState
from events.errors import EventNotOver
from events.policies import may_be_closed
from events.records import Event
from events.services.lock_event import lock_event
from portal.accounts.services import record_audit
from portal.delivery.generation import raise_generation
from portal.work.clock import database_now


@transaction.atomic
def close_event(*, event: Event, user: Any = None) -> Event:
    """Note that the event was held. Whoever still waits has waited in vain: their registrations lapse."""
    held = lock_event(event)
    if not may_be_closed(held, database_now()):
        raise EventNotOver
    held.stage = EventStage.HELD
    held.save(update_fields=["stage"])
    held.registrations.filter(state=RegistrationState.WAITING).update(state=RegistrationState.LAPSED)
    if user is not None:
        record_audit(actor=user, deed="events.close", about=held)
    raise_generation()
    return held
