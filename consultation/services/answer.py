from typing import Any

from django.db import transaction

from consultation.enums import AnswerState, Stage
from consultation.errors import AnswersMissing, ConsultationRunning, NotAllowed, ReasonMissing
from consultation.policies import may_answer, may_close_answers, may_coordinate
from consultation.records import Consultation, ConsultationComment, Issue, OfficialResponse
from consultation.selectors import awaiting_answer, own_answer
from consultation.services.submit import next_number
from consultation.services.tell_answer import tell_of_answer
from consultation.services.telling import tell_search
from portal.accounts.services import record_audit
from portal.delivery.generation import raise_generation
from portal.search.services import queue_reindex
from portal.work.clock import database_now


@transaction.atomic
def answer_comment(
    *, comment: ConsultationComment, by: Any, decision: str, reason_sq: str, reason_en: str
) -> OfficialResponse:
    """Give a single comment its reasoned answer at once, or mend it. The author is told of the first one.

    The comment becomes an issue of its own; many comments of one point are gathered into an issue instead.
    """
    if not (reason_sq.strip() and reason_en.strip()):
        raise ReasonMissing
    comment = (
        ConsultationComment.objects.select_for_update(of=("self",), no_key=True)
        .select_related("consultation", "contribution__participant", "contribution__consultation", "provision")
        .get(pk=comment.pk)
    )
    now = database_now()
    if not may_answer(by, comment):
        raise NotAllowed
    response = own_answer(comment) or OfficialResponse(issue=_issue_of(comment))
    response.decision, response.reason_sq, response.reason_en = decision, reason_sq, reason_en
    response.answered_by, response.answered_at = by, now
    response.state = AnswerState.APPROVED
    response.published_at = response.published_at or now
    response.revision += 1
    response.full_clean()
    response.save()
    record_audit(
        actor=by,
        deed="consultation.answer",
        about=comment.contribution,
        detail={"comment": comment.pk, "decision": decision},
    )
    published = ConsultationComment.objects.published().filter(issues=response.issue)
    answered = published.select_related("contribution__participant", "contribution__consultation", "provision")
    for each in answered:
        tell_of_answer(each, response)
        queue_reindex("comment", each.pk)
    raise_generation()
    return response


def _issue_of(comment: ConsultationComment) -> Issue:
    """An issue of this comment and those that say the same; its consultation's row is held while the number is taken."""
    consultation = Consultation.objects.select_for_update(no_key=True).get(pk=comment.consultation_id)
    issue = Issue.objects.create(consultation=consultation, number=next_number(Issue, consultation, "number"))
    issue.comments.add(comment, *ConsultationComment.objects.published().filter(same_as=comment))
    return issue


@transaction.atomic
def close_answers(*, consultation: Consultation, by: Any) -> Consultation:
    """Declare the consultation answered: every published comment has its answer, and none waits for a moderator."""
    if not may_coordinate(by):
        raise NotAllowed
    consultation = Consultation.objects.select_for_update(no_key=True).get(pk=consultation.pk)
    now = database_now()
    if not may_close_answers(by, consultation, now):
        raise ConsultationRunning
    waiting = ConsultationComment.objects.awaiting_moderation().filter(consultation=consultation)
    if awaiting_answer(consultation).exists() or waiting.exists():
        raise AnswersMissing
    consultation.stage = Stage.ANSWERED
    consultation.answered_at = now
    consultation.full_clean()
    consultation.save()
    record_audit(actor=by, deed="consultation.close_answers", about=consultation)
    tell_search(consultation)
    raise_generation()
    return consultation
