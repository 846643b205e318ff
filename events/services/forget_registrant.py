from django.db import transaction

from events.enums import RegistrationState
from events.policies import may_cancel_registration
from events.records import AccessNeeds, Registration
from events.services.lock_event import lock_event
from events.services.promote_waiting import fill_free_places
from portal.delivery.generation import raise_generation
from portal.work.clock import database_now


@transaction.atomic
def forget_registrant(*, email: str) -> int:
    """Erase who stood behind registrations, and give back places at events still ahead. Past ones go on being counted.

    No letter: there is nobody left to write to. Events are locked in the order of their keys, so that two erasures never
    wait for each other. Returns how many registrations were blanked.
    """
    registrations = Registration.objects.filter(participant__email__iexact=email).select_related("event")
    count = 0
    for registration in registrations.order_by("event_id", "pk"):
        _forget(registration)
        count += 1
    if count:
        raise_generation()
    return count


def _forget(registration: Registration) -> None:
    event = lock_event(registration.event)
    now = database_now()
    registration.refresh_from_db(fields=["state"])
    registration.event = event
    if may_cancel_registration(registration, now):
        registration.state = RegistrationState.CANCELLED
        registration.cancelled_at = now
    registration.participant = None
    registration.organisation = ""
    registration.form_token = None
    registration.save(update_fields=["state", "cancelled_at", "participant", "organisation", "form_token"])
    AccessNeeds.objects.filter(registration=registration).delete()
    fill_free_places(event, now)
