from typing import Any

from django.db import transaction

from consultation.errors import NotAllowed
from consultation.policies import may_moderate, may_translate
from consultation.records import AbuseReport, CommentTranslation, ConsultationComment
from portal.accounts.services import record_audit
from portal.delivery.generation import raise_generation
from portal.work.clock import database_now


@transaction.atomic
def translate_comment(
    *, comment: ConsultationComment, by: Any, language: str, text: str, proposed_wording: str = "", reason: str = ""
) -> CommentTranslation:
    """Give a comment in another language, apart from its author's own words; or mend what was given."""
    if not (may_moderate(by) or may_translate(by)):
        raise NotAllowed
    given = CommentTranslation.objects.filter(comment=comment, language=language).first()
    translation = given or CommentTranslation(comment=comment, language=language)
    translation.text, translation.proposed_wording, translation.reason = text, proposed_wording, reason
    translation.translated_by, translation.translated_at = by, database_now()
    translation.full_clean()
    translation.save()
    record_audit(
        actor=by,
        deed="consultation.translate_comment",
        about=comment.contribution,
        detail={"comment": comment.pk, "language": language},
    )
    raise_generation()
    return translation


@transaction.atomic
def part_from_group(*, comment: ConsultationComment, by: Any) -> ConsultationComment:
    """A moderator saw that it says something else: it is shown by itself."""
    if not may_moderate(by):
        raise NotAllowed
    ConsultationComment.objects.filter(pk=comment.pk).update(same_as=None)
    comment.refresh_from_db()
    record_audit(
        actor=by, deed="consultation.part_from_group", about=comment.contribution, detail={"comment": comment.pk}
    )
    raise_generation()
    return comment


@transaction.atomic
def settle_reports(*, comment: ConsultationComment, by: Any) -> int:
    """The moderators looked at what readers reported of it, whatever they decided."""
    if not may_moderate(by):
        raise NotAllowed
    open_reports = AbuseReport.objects.filter(comment=comment, settled_at=None)
    return open_reports.update(settled_at=database_now(), settled_by=by)
