from typing import Any

from django.db import transaction

from events.errors import EventNotAnnounced
from events.policies import may_be_revised
from events.records import Event
from events.selectors import places_of
from events.services.change_places import check_places
from events.services.lock_event import lock_event
from events.services.promote_waiting import fill_free_places
from portal.accounts.services import record_audit
from portal.delivery.generation import raise_generation
from portal.search.services import queue_reindex
from portal.work.clock import database_now

FACTS = (
    "kind",
    "consultation",
    "starts_at",
    "ends_at",
    "registration_opens_at",
    "registration_closes_at",
    "places_released_at",
    "capacity",
    "place_sq",
    "place_en",
    "address_sq",
    "address_en",
    "access_sq",
    "access_en",
    "languages_sq",
    "languages_en",
    "contact_email",
)
CALENDAR_FACTS = ("starts_at", "ends_at", "place_sq", "place_en", "address_sq", "address_en")
"""What moves the entry in people's calendars: only these raise its sequence."""


@transaction.atomic
def revise_event(*, event: Event, user: Any = None) -> Event:
    """Keep the facts, reserved places and programme of an edited event (as a form leaves it, with its rows in memory).

    Only facts are written, never the stage: somebody may have called the event off meanwhile. Fewer places than people
    already have are refused; new places go to the queue at once.
    """
    before = lock_event(event)
    now = database_now()
    if not may_be_revised(before, now):
        raise EventNotAnnounced
    moved = any(getattr(before, fact) != getattr(event, fact) for fact in CALENDAR_FACTS)
    event.calendar_sequence = before.calendar_sequence + moved
    event.full_clean(exclude=["number"])
    event.save(update_fields=[*FACTS, "calendar_sequence", "quotas", "programme"])
    revised = Event.objects.get(pk=event.pk)
    check_places(places_of(revised, now))
    fill_free_places(revised, now)
    queue_reindex("event", revised.pk)
    if user is not None:
        detail = {fact: str(getattr(event, fact)) for fact in FACTS if getattr(before, fact) != getattr(event, fact)}
        record_audit(actor=user, deed="events.revise", about=revised, detail=detail)
    raise_generation()
    return revised
