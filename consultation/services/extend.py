from typing import Any

from django.db import transaction

from consultation.errors import ConsultationClosed, NotAllowed, NotLater, ReasonMissing
from consultation.policies import may_coordinate, may_extend
from consultation.records import Consultation, Contribution, DeadlineChange
from consultation.services.start import check_length, set_term
from consultation.services.telling import tell_search, write_to_author
from portal.accounts.services import record_audit
from portal.delivery.generation import raise_generation
from portal.work.clock import database_now

LETTERS_AT_ONCE = 25


@transaction.atomic
def extend_deadline(
    *,
    consultation: Consultation,
    by: Any,
    working_days: int,
    reason_sq: str,
    reason_en: str,
    is_complex: bool = False,
) -> DeadlineChange:
    """Move the closing day: `working_days` is the new total from the notice. The worker tells all who took part.

    `is_complex` says that the act turned out to be a complex or important one, if the notice did not say so.
    """
    if not may_coordinate(by):
        raise NotAllowed
    if not (reason_sq.strip() and reason_en.strip()):
        raise ReasonMissing
    consultation = Consultation.objects.select_for_update(no_key=True).get(pk=consultation.pk)
    now = database_now()
    if not may_extend(by, consultation, now):
        raise ConsultationClosed
    consultation.is_complex = consultation.is_complex or is_complex
    check_length(working_days, is_informal=consultation.is_informal, is_complex=consultation.is_complex)
    before = consultation.closes_at
    set_term(consultation, consultation.opens_at, working_days)
    if consultation.closes_at <= before:
        raise NotLater
    consultation.full_clean()
    consultation.save()
    change = DeadlineChange(
        consultation=consultation,
        old_closes_at=before,
        new_closes_at=consultation.closes_at,
        working_days=working_days,
        reason_sq=reason_sq,
        reason_en=reason_en,
        decided_by=by,
        decided_at=now,
    )
    change.full_clean()
    change.save()
    record_audit(
        actor=by,
        deed="consultation.extend",
        about=consultation,
        detail={"from": before.isoformat(), "to": consultation.closes_at.isoformat(), "reason": reason_sq},
    )
    tell_search(consultation)
    raise_generation()
    return change


@transaction.atomic
def tell_of_extension(*, change: DeadlineChange) -> int:
    """Write to the next participants who have not been told yet; return how many letters that were.

    The key of the last contribution is kept in the row: a worker stopped between two batches goes on where it was.
    """
    change = DeadlineChange.objects.select_for_update(of=("self",), no_key=True).get(pk=change.pk)
    rows = list(
        Contribution.objects.filter(
            consultation=change.consultation_id,
            confirmed_at__isnull=False,
            withdrawn_at=None,
            participant__isnull=False,
            sent_at__lt=change.decided_at,
            pk__gt=change.told_up_to,
        )
        .select_related("consultation", "participant")
        .prefetch_related("consultation__pages__locale")
        .order_by("pk")[:LETTERS_AT_ONCE]
    )
    for contribution in rows:
        write_to_author(
            "deadline_changed",
            contribution,
            key=change.pk,
            context={
                "old_closes_at": change.old_closes_at,
                "new_closes_at": change.new_closes_at,
                "reasons": {"sq": change.reason_sq, "en": change.reason_en},
            },
            holds_secret=False,
        )
        change.told_up_to = contribution.pk
        change.told += 1
    if len(rows) < LETTERS_AT_ONCE:
        change.told_at = database_now()
    change.save(update_fields=["told_up_to", "told", "told_at"])
    return len(rows)


def tell_of_unfinished_extension() -> int:
    """Go on with the oldest extension that not everybody has been told of."""
    change = DeadlineChange.objects.filter(told_at=None).order_by("pk").first()
    if change is None:
        return 0
    tell_of_extension(change=change)
    return 1
