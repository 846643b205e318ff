from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from django.db.models import Count, Exists, OuterRef, QuerySet

from events.enums import ACTIVE_STATES, EventStage, RegistrationState
from events.policies import Places, Waiting
from events.records import CategoryQuota, Event, Registration


def places_of(event: Event, at: datetime, quotas: Iterable[CategoryQuota] | None = None) -> Places:
    """The event's places counted from its registrations. Decide by it only under the event's lock.

    `quotas` are the event's own, where they are at hand already.
    """
    taken: dict[int, int] = defaultdict(int)
    waiting: dict[int, int] = defaultdict(int)
    counted = (
        event.registrations.filter(state__in=ACTIVE_STATES)
        .order_by()
        .values_list("category_id", "state")
        .annotate(people=Count("id"))
    )
    for category, state, people in counted:
        (taken if state == RegistrationState.REGISTERED else waiting)[category] += people
    return Places(
        capacity=event.capacity,
        reserved={quota.category_id: quota.reserved for quota in (event.quotas.all() if quotas is None else quotas)},
        taken=dict(taken),
        waiting=dict(waiting),
        released=event.is_released(at),
    )


def queue_of(event: Event) -> list[Waiting]:
    """Who waits, first come first."""
    waiting = event.registrations.filter(state=RegistrationState.WAITING).order_by("id")
    return [Waiting(key, category) for key, category in waiting.values_list("id", "category_id")]


def events_with_a_queue() -> QuerySet[Event]:
    """Announced events for which somebody waits."""
    waiting = Registration.objects.filter(event=OuterRef("pk"), state=RegistrationState.WAITING)
    return Event.objects.filter(Exists(waiting), stage=EventStage.ANNOUNCED).order_by("pk")


def turn_of(registration: Registration) -> int:
    """Where somebody stands among those of their category who wait; 0 for whoever does not wait."""
    if registration.state != RegistrationState.WAITING:
        return 0
    before = Registration.objects.filter(
        event_id=registration.event_id,
        category_id=registration.category_id,
        state=RegistrationState.WAITING,
        pk__lte=registration.pk,
    )
    return before.count()
