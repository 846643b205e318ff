from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from events.errors import EventNotAnnounced, PlacesAlreadyTaken
from events.policies import Places, may_be_revised
from events.records import CategoryQuota, Event
from events.selectors import places_of
from events.services.lock_event import lock_event
from events.services.promote_waiting import fill_free_places
from portal.delivery.generation import raise_generation
from portal.stakeholders.models import StakeholderCategory
from portal.work.clock import database_now


@transaction.atomic
def change_places(
    *,
    event: Event,
    capacity: int,
    reserved: Mapping[StakeholderCategory, int],
    released_at: datetime | None,
) -> Event:
    """Set how many places there are, which are reserved for whom, and when reserved ones are released.

    Refused when people already have more places than that would leave room for. New places go to the queue at once.
    """
    held = lock_event(event)
    now = database_now()
    if not may_be_revised(held, now):
        raise EventNotAnnounced
    held.capacity, held.places_released_at = capacity, released_at
    held.full_clean(exclude=["number"])
    held.save(update_fields=["capacity", "places_released_at"])
    _keep_quotas(held, {category.pk: places for category, places in reserved.items() if places})
    check_places(places_of(held, now))
    fill_free_places(held, now)
    raise_generation()
    return held


def check_places(places: Places) -> None:
    """Refuse places that are promised twice: taken and reserved ones together never exceed the capacity."""
    if places.spoken_for > places.capacity:
        raise PlacesAlreadyTaken(places.spoken_for)


def _keep_quotas(event: Event, reserved: Mapping[int, int]) -> None:
    event.quotas.exclude(category_id__in=reserved).delete()
    for category, places in reserved.items():
        quota = event.quotas.filter(category_id=category).first() or CategoryQuota(event=event, category_id=category)
        quota.reserved = places
        quota.full_clean()
        quota.save()
