from django.db import transaction

from events.enums import RegistrationState
from events.errors import RegistrationCannotBeCancelled
from events.policies import may_cancel_registration
from events.records import Registration
from events.services.lock_event import lock_event
from events.services.promote_waiting import fill_free_places
from events.services.tell_registrant import tell_cancelled
from portal.delivery.generation import raise_generation
from portal.work.clock import database_now


@transaction.atomic
def cancel_registration(*, registration: Registration) -> Registration:
    """Give a place back, or leave the waiting list. The place goes to whoever is next in the same moment.

    Cancelling what is cancelled already changes nothing and is no error: links are pressed twice.
    """
    event = lock_event(registration.event)
    now = database_now()
    standing = Registration.objects.select_related("participant").get(pk=registration.pk)
    standing.event = event
    if standing.state == RegistrationState.CANCELLED:
        return standing
    if not may_cancel_registration(standing, now):
        raise RegistrationCannotBeCancelled
    standing.state = RegistrationState.CANCELLED
    standing.cancelled_at = now
    standing.save(update_fields=["state", "cancelled_at"])
    tell_cancelled(standing, now)
    fill_free_places(event, now)
    raise_generation()
    return standing
