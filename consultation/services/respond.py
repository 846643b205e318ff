"""The answer to an issue, drafted, reviewed and approved now, and published with the others."""

from typing import Any

from django.db import transaction

from consultation.enums import AnswerState
from consultation.errors import ChangedMeanwhile, DecisionMissing, NotAllowed, NothingApproved, ReasonMissing
from consultation.policies import may_coordinate
from consultation.records import (
    AnswerRelease,
    Consultation,
    ConsultationComment,
    Contribution,
    Issue,
    OfficialResponse,
    Provision,
)
from consultation.services.telling import write_to_author
from portal.accounts.links import sign
from portal.accounts.services import record_audit
from portal.delivery.generation import raise_generation
from portal.search.services import queue_reindex
from portal.work.clock import database_now

LETTERS_AT_ONCE = 25


@transaction.atomic
def save_response(
    *,
    issue: Issue,
    by: Any,
    revision: int,
    state: str,
    decision: str,
    reason_sq: str,
    reason_en: str,
    resulting_provision: Provision | None = None,
) -> OfficialResponse:
    """Write the answer to an issue. `revision` is the one the writer began from, 0 for a first draft.

    Of two who write at once the second is refused and told, so that neither overwrites the other unseen. What is
    approved is complete; what was published stays so, and is mended in sight of all.
    """
    if not may_coordinate(by):
        raise NotAllowed
    issue = Issue.objects.select_for_update(of=("self",), no_key=True).get(pk=issue.pk)
    response = OfficialResponse.objects.filter(issue=issue).first() or OfficialResponse(issue=issue, revision=0)
    if response.revision != revision:
        raise ChangedMeanwhile
    if response.is_public:
        state = AnswerState.APPROVED
    if state == AnswerState.APPROVED and not decision:
        raise DecisionMissing
    if state == AnswerState.APPROVED and not (reason_sq.strip() and reason_en.strip()):
        raise ReasonMissing
    response.state, response.decision = state, decision
    response.reason_sq, response.reason_en = reason_sq, reason_en
    response.resulting_provision = resulting_provision
    response.answered_by, response.answered_at = by, database_now()
    response.revision += 1
    response.full_clean()
    response.save()
    record_audit(
        actor=by,
        deed="consultation.respond",
        about=issue,
        detail={"state": state, "decision": decision, "revision": response.revision},
    )
    if response.is_public:
        queue_reindex("comment", *issue.comments.values_list("pk", flat=True))
        raise_generation()
    return response


@transaction.atomic
def publish_answers(*, consultation: Consultation, by: Any) -> AnswerRelease:
    """Publish every approved answer at once. The worker writes to all who are answered."""
    if not may_coordinate(by):
        raise NotAllowed
    consultation = Consultation.objects.select_for_update(no_key=True).get(pk=consultation.pk)
    now = database_now()
    approved = OfficialResponse.objects.filter(
        issue__consultation=consultation, state=AnswerState.APPROVED, published_at=None
    )
    keys = list(approved.values_list("pk", flat=True))
    if not keys:
        raise NothingApproved
    OfficialResponse.objects.filter(pk__in=keys).update(published_at=now)
    release = AnswerRelease(consultation=consultation, published_at=now, answers=len(keys))
    release.full_clean()
    release.save()
    record_audit(actor=by, deed="consultation.publish_answers", about=consultation, detail={"answers": len(keys)})
    answered = ConsultationComment.objects.filter(issues__response__in=keys).distinct()
    queue_reindex("comment", *answered.values_list("pk", flat=True))
    raise_generation()
    return release


@transaction.atomic
def tell_of_answers(*, release: AnswerRelease) -> int:
    """Write to the next whose comments were answered in this publication; return how many letters that were."""
    release = AnswerRelease.objects.select_for_update(of=("self",), no_key=True).get(pk=release.pk)
    rows = list(
        Contribution.objects.filter(
            consultation=release.consultation_id,
            comments__in=ConsultationComment.objects.published().filter(
                issues__response__published_at=release.published_at, consultation=release.consultation_id
            ),
            participant__isnull=False,
            pk__gt=release.told_up_to,
        )
        .select_related("consultation", "participant")
        .prefetch_related("consultation__pages__locale")
        .distinct()
        .order_by("pk")[:LETTERS_AT_ONCE]
    )
    for contribution in rows:
        write_to_author(
            "answers_published",
            contribution,
            key=f"{release.pk}-{contribution.pk}",
            context={"outcome_token": sign("consultation.outcome", contribution.pk)},
        )
        release.told_up_to = contribution.pk
        release.told += 1
    if len(rows) < LETTERS_AT_ONCE:
        release.told_at = database_now()
    release.save(update_fields=["told_up_to", "told", "told_at"])
    return len(rows)


def tell_of_unfinished_answers() -> int:
    """Go on with the oldest publication of answers that not everybody has been told of."""
    release = AnswerRelease.objects.filter(told_at=None).order_by("pk").first()
    if release is None:
        return 0
    tell_of_answers(release=release)
    return 1
