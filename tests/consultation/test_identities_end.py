"""A while after a consultation closed, the commons end the identities behind its comments; what was said stays."""

from datetime import timedelta

from django.utils import timezone

from consultation.records import Consultation, Contribution
from portal.accounts.models import Participant
from portal.accounts.retention import IDENTITY
from portal.accounts.services.retain import end_identities
from tests.consultation.conftest import a_comment


def test_commenters_keep_their_words_and_lose_their_names(open_consultation):
    comment = a_comment(open_consultation)
    assert end_identities() == 0
    closed_at = timezone.now() - IDENTITY.period - timedelta(days=1)
    Consultation.objects.update(opens_at=closed_at - timedelta(days=30), closes_at=closed_at)

    assert end_identities() == 1

    comment.refresh_from_db()
    assert comment.text
    assert Contribution.objects.get().participant is None
    assert not Participant.objects.exists()
