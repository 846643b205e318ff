from datetime import datetime
from itertools import islice

from django.db import transaction

from events.enums import RegistrationState
from events.policies import may_promote, next_in_line
from events.records import Event, Registration
from events.selectors import places_of, queue_of
from events.services.lock_event import lock_event
from events.services.tell_registrant import tell_of_free_place
from portal.delivery.generation import raise_generation
from portal.work.clock import database_now


@transaction.atomic
def promote_waiting(*, event: Event, at_most: int | None = None) -> int:
    """Give every place that is free to whoever is next in line, and tell them. Returns how many got one."""
    return fill_free_places(lock_event(event), database_now(), at_most)


def fill_free_places(event: Event, at: datetime, at_most: int | None = None) -> int:
    """The same within a deed that holds the event's lock already."""
    if not may_promote(event, at):
        return 0
    queue = queue_of(event)
    if not queue:
        return 0
    lucky = [waiting.key for waiting in islice(next_in_line(places_of(event, at), queue), at_most)]
    for registration in Registration.objects.filter(pk__in=lucky).select_related("participant").order_by("pk"):
        registration.event = event
        registration.state = RegistrationState.REGISTERED
        registration.promoted_at = at
        registration.save(update_fields=["state", "promoted_at"])
        tell_of_free_place(registration, at)
    if lucky:
        raise_generation()
    return len(lucky)
