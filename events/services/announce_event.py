from typing import Any

from django.db import transaction

from events.enums import EventStage
from events.errors import EventNotInPreparation
from events.policies import may_announce
from events.records import Event
from events.selectors import source_page
from events.services.lock_event import lock_event
from portal.accounts.services import record_audit
from portal.delivery.generation import raise_generation
from portal.pages.services import publish_page_pair
from portal.search.services import queue_reindex
from portal.work.clock import database_now


@transaction.atomic
def announce_event(*, event: Event, user: Any = None) -> Event:
    """Make the event public and publish its page in both languages. An event that is announced already stays as it is."""
    held = lock_event(event)
    if held.stage == EventStage.ANNOUNCED:
        return held
    now = database_now()
    if not may_announce(held, now):
        raise EventNotInPreparation
    held.stage = EventStage.ANNOUNCED
    held.announced_at = now
    held.save(update_fields=["stage", "announced_at"])
    publish_page_pair(source_page(held), user=user)
    queue_reindex("event", held.pk)
    if user is not None:
        record_audit(actor=user, deed="events.announce", about=held)
    raise_generation()
    return held
