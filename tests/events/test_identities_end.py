"""A while after an event ended, the commons end the identities behind its registrations; the numbers stay."""

from datetime import timedelta

from django.utils import timezone

from events.records import Event, Registration
from portal.accounts.models import Participant
from portal.accounts.retention import IDENTITY
from portal.accounts.services.retain import end_identities


def test_registrations_stay_and_lose_their_names(workshop, come):
    come(workshop, "academia")
    assert end_identities() == 0
    ended_at = timezone.now() - IDENTITY.period - timedelta(days=1)
    Event.objects.update(
        registration_opens_at=ended_at - timedelta(days=9),
        registration_closes_at=ended_at - timedelta(days=3),
        places_released_at=ended_at - timedelta(days=4),
        announced_at=ended_at - timedelta(days=10),
        starts_at=ended_at - timedelta(hours=8),
        ends_at=ended_at,
    )

    assert end_identities() == 1

    assert Registration.objects.get().participant is None
    assert not Participant.objects.exists()
