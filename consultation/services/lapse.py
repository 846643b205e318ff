from datetime import timedelta

from consultation.records import Contribution, Follower, Support
from consultation.records.consultation import CONFIRMATION_GRACE
from consultation.services.papers import forget_papers
from portal.work.batches import in_one_batch
from portal.work.clock import database_now

JOINING_GRACE = timedelta(days=7)


def lapse_unconfirmed() -> int:
    """Delete what nobody confirmed within 72 hours after closing, with the address that was typed for it.

    It was never public, and perhaps its address belongs to somebody who knows nothing of it.
    """
    rows = (
        Contribution.objects.filter(confirmed_at=None, consultation__closes_at__lte=database_now() - CONFIRMATION_GRACE)
        .select_related("participant")
        .order_by("pk")[:50]
    )
    return in_one_batch(rows, _forget)


def _forget(contribution: Contribution) -> None:
    participant = contribution.participant
    forget_papers(contribution)
    contribution.answers.all().delete()
    contribution.delete()
    if participant is not None:
        participant.delete()


def lapse_unconfirmed_joining() -> int:
    """Delete what nobody confirmed within a week of asking to follow or to support, with the address typed for it."""
    before = database_now() - JOINING_GRACE
    followers = Follower.objects.filter(confirmed_at=None, asked_at__lte=before).select_related("participant")
    supports = Support.objects.filter(confirmed_at=None, sent_at__lte=before).select_related("participant")
    return in_one_batch(followers.order_by("pk")[:25], _forget_joining) + in_one_batch(
        supports.order_by("pk")[:25], _forget_joining
    )


def _forget_joining(row: Follower | Support) -> None:
    """The person goes only where nothing else hangs on them: whoever took part before may follow anew."""
    participant = row.participant
    row.delete()
    if participant is not None and not participant.contributions.exists():
        participant.delete()
