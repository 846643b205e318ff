from typing import Any

from django.db import transaction

from events.enums import ACTIVE_STATES, EventStage, RegistrationState
from events.errors import EventAlreadyBegun
from events.policies import may_call_off
from events.records import Event
from events.services.lock_event import lock_event
from events.services.tell_registrant import tell_called_off
from portal.accounts.services import record_audit
from portal.delivery.generation import raise_generation
from portal.search.services import queue_reindex
from portal.work.clock import database_now


@transaction.atomic
def call_off_event(*, event: Event, reason_sq: str, reason_en: str, user: Any = None) -> Event:
    """Cancel the whole event and write to everybody who has a place or waits. Its page stays, and says why."""
    held = lock_event(event)
    now = database_now()
    if not may_call_off(held, now):
        raise EventAlreadyBegun
    held.stage = EventStage.CANCELLED
    held.cancelled_at = now
    held.cancellation_sq, held.cancellation_en = reason_sq, reason_en
    held.calendar_sequence += 1
    held.full_clean(exclude=["number"])
    held.save(update_fields=["stage", "cancelled_at", "cancellation_sq", "cancellation_en", "calendar_sequence"])
    active = held.registrations.filter(state__in=ACTIVE_STATES).select_related("participant")
    for registration in active:
        registration.event = held
        tell_called_off(registration, now)
    held.registrations.filter(state__in=ACTIVE_STATES).update(state=RegistrationState.CANCELLED, cancelled_at=now)
    queue_reindex("event", held.pk)
    if user is not None:
        record_audit(actor=user, deed="events.call_off", about=held)
    raise_generation()
    return held
