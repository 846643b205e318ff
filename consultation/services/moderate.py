from typing import Any

from django.db import transaction

from consultation.enums import Moderation
from consultation.errors import AlreadyWithdrawn, NotAllowed, ReasonMissing
from consultation.policies import may_moderate
from consultation.records import AbuseReport, ConsultationComment, ModerationEvent
from consultation.services.telling import comment_words, write_to_author
from portal.accounts.services import record_audit
from portal.delivery.generation import raise_generation
from portal.search.services import queue_reindex
from portal.work.clock import database_now


def accept_comment(*, comment: ConsultationComment, by: Any) -> ConsultationComment:
    """Let the public read it, and tell its author where it stands."""
    return _decide(comment, by, Moderation.ACCEPTED, "comment_published")


def hide_comment(*, comment: ConsultationComment, by: Any, reason_sq: str, reason_en: str) -> ConsultationComment:
    """Keep it from the public, for a reason that its author and the public can read. The text is kept."""
    if not (reason_sq.strip() and reason_en.strip()):
        raise ReasonMissing
    return _decide(comment, by, Moderation.HIDDEN, "comment_hidden", reason_sq, reason_en)


@transaction.atomic
def _decide(
    comment: ConsultationComment, by: Any, decision: Moderation, letter: str, reason_sq: str = "", reason_en: str = ""
) -> ConsultationComment:
    if not may_moderate(by):
        raise NotAllowed
    comment = (
        ConsultationComment.objects.select_for_update(of=("self",), no_key=True)
        .select_related("consultation", "contribution__participant", "contribution__consultation", "provision")
        .get(pk=comment.pk)
    )
    now = database_now()
    if comment.is_withdrawn:
        raise AlreadyWithdrawn
    if comment.moderation == decision:
        return comment
    event = ModerationEvent(
        comment=comment,
        before=comment.moderation,
        after=decision,
        reason_sq=reason_sq,
        reason_en=reason_en,
        by=by,
        at=now,
    )
    comment.moderation = decision
    comment.moderated_at = now
    comment.hidden_reason_sq, comment.hidden_reason_en = reason_sq, reason_en
    comment.full_clean()
    comment.save()
    event.full_clean()
    event.save()
    if decision == Moderation.HIDDEN:
        AbuseReport.objects.filter(comment=comment, settled_at=None).update(settled_at=now, settled_by=by)
    record_audit(
        actor=by,
        deed=f"consultation.comment_{decision.value}",
        about=comment.contribution,
        detail={"comment": comment.pk, "before": event.before},
    )
    write_to_author(
        letter,
        comment.contribution,
        key=event.pk,
        context=comment_words(comment) | {"reasons": {"sq": reason_sq, "en": reason_en}},
        holds_secret=False,
    )
    queue_reindex("comment", comment.pk)
    raise_generation()
    return comment
