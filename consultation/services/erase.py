from collections.abc import Sequence

from django.db import transaction

from consultation.enums import Moderation, ShownAs
from consultation.records import ConsultationComment, Contribution
from consultation.services.papers import forget_files
from portal.delivery.generation import raise_generation
from portal.search.services import queue_reindex
from portal.work.clock import database_now


@transaction.atomic
def erase_contributions(*, contributions: Sequence[Contribution]) -> int:
    """Erase a person from what they sent. Published words stay as part of the public record, without a name.

    Whatever was never published, or was taken back, goes altogether; where others replied to it, its empty place stays.
    The participant itself is erased by the commons.
    """
    for contribution in contributions:
        comments = list(contribution.comments.all())
        queue_reindex("comment", *(comment.pk for comment in comments))
        _forget_files(contribution)
        gone = [comment for comment in comments if contribution.is_withdrawn or not _is_public(comment)]
        left = len(comments) - sum(_drop(comment) for comment in gone)
        if not left:
            contribution.delete()
            continue
        if contribution.shown_as != ShownAs.ORGANISATION:
            contribution.organisation_name = ""
        if contribution.shown_as == ShownAs.NAME:
            contribution.shown_as = ShownAs.CATEGORY
        contribution.participant = None
        contribution.form_key = None
        contribution.save(update_fields=["organisation_name", "shown_as", "participant", "form_key"])
    raise_generation()
    return len(contributions)


def _forget_files(contribution: Contribution) -> None:
    """A scan shows who wrote, and so does a person's paper. What an organisation put its name to stays with its comments."""
    going = contribution.files.all()
    if contribution.shown_as == ShownAs.ORGANISATION and not contribution.is_withdrawn:
        going = going.filter(is_scan=True)
    ConsultationComment.objects.filter(paper__in=going).update(paper=None, paper_page=None)
    forget_files(going)


def _is_public(comment: ConsultationComment) -> bool:
    return comment.moderation == Moderation.ACCEPTED and comment.withdrawn_at is None


def _drop(comment: ConsultationComment) -> bool:
    """Delete a comment, or empty it where others' replies hang on it; whether it is gone altogether."""
    if not comment.replies.exists():
        comment.delete()
        return True
    comment.translations.all().delete()
    ConsultationComment.objects.filter(pk=comment.pk).update(
        text="", proposed_wording="", reason="", withdrawn_at=comment.withdrawn_at or database_now()
    )
    return False
