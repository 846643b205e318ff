"""What the author may still do to a contribution, by the signed link, until closing."""

from datetime import datetime

from django.db import transaction

from consultation.enums import Moderation
from consultation.errors import AlreadyWithdrawn, ChangeTooLate
from consultation.policies import may_change_own
from consultation.records import Consultation, ConsultationComment, Contribution, ModerationEvent
from consultation.services.publish import publish_unread
from portal.delivery.generation import raise_generation
from portal.search.services import queue_reindex
from portal.work.clock import database_now


@transaction.atomic
def edit_own_comment(
    *, comment: ConsultationComment, text: str, proposed_wording: str, language: str, reason: str = ""
) -> ConsultationComment:
    """Change the words. They go to a moderator again, and off the page until then where moderators read first."""
    contribution, now = _locked(comment.contribution)
    comment = ConsultationComment.objects.select_related("contribution").get(pk=comment.pk)
    if comment.is_withdrawn:
        raise AlreadyWithdrawn
    if comment.moderation != Moderation.PENDING:
        ModerationEvent.objects.create(comment=comment, before=comment.moderation, after=Moderation.PENDING, at=now)
    comment.text, comment.proposed_wording, comment.language = text, proposed_wording, language
    comment.reason = reason
    comment.moderation = Moderation.PENDING
    comment.hidden_reason_sq = comment.hidden_reason_en = ""
    comment.moderated_at = None
    comment.same_as = None
    comment.full_clean()
    comment.save()
    comment.translations.all().delete()
    contribution.edited_at = now
    contribution.save(update_fields=["edited_at"])
    if contribution.is_confirmed:
        publish_unread(contribution=contribution, at=now)
    queue_reindex("comment", comment.pk)
    raise_generation()
    return comment


@transaction.atomic
def withdraw_comment(*, comment: ConsultationComment) -> ConsultationComment:
    """Take back one comment of several. The last one taken back withdraws the contribution."""
    contribution, now = _locked(comment.contribution)
    comment = ConsultationComment.objects.select_related("contribution").get(pk=comment.pk)
    if comment.is_withdrawn:
        raise AlreadyWithdrawn
    comment.withdrawn_at = now
    comment.save(update_fields=["withdrawn_at"])
    if not contribution.comments.filter(withdrawn_at=None).exists() and not contribution.answers.exists():
        contribution.withdrawn_at = now
        contribution.save(update_fields=["withdrawn_at"])
    queue_reindex("comment", comment.pk)
    raise_generation()
    return comment


@transaction.atomic
def withdraw_contribution(*, contribution: Contribution) -> Contribution:
    """Take back what was sent with this receipt. It is no longer shown, and its address says so."""
    contribution, now = _locked(contribution)
    contribution.withdrawn_at = now
    contribution.full_clean()
    contribution.save()
    queue_reindex("comment", *contribution.comments.values_list("pk", flat=True))
    raise_generation()
    return contribution


def _locked(contribution: Contribution) -> tuple[Contribution, datetime]:
    """The contribution while its consultation's row is held, and the clock read after that."""
    Consultation.objects.select_for_update(of=("self",), no_key=True).get(pk=contribution.consultation_id)
    now = database_now()
    contribution = Contribution.objects.select_related("consultation", "participant").get(pk=contribution.pk)
    if contribution.is_withdrawn:
        raise AlreadyWithdrawn
    if not may_change_own(contribution, now):
        raise ChangeTooLate
    return contribution, now
