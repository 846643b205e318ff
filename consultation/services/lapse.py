from consultation.records import Contribution
from consultation.records.consultation import CONFIRMATION_GRACE
from consultation.services.papers import forget_papers
from portal.work.batches import in_one_batch
from portal.work.clock import database_now


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
