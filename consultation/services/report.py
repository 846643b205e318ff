"""The report of a consultation: written from the data, mended by hand, frozen by its publication."""

from typing import Any

from django.db import transaction
from django.utils.translation import override

from consultation.enums import Stage
from consultation.errors import AnswersMissing, NotAllowed, NotAnsweredYet, ReportFrozen, WordsMissing
from consultation.policies import may_coordinate
from consultation.records import Consultation, ConsultationComment, ConsultationReport, Contribution
from consultation.selectors import awaiting_answer
from consultation.selectors.report import figures_of
from consultation.selectors.report_words import course_words, outcome_words
from consultation.services.telling import tell_search, write_to_author
from portal.accounts.links import sign
from portal.accounts.services import record_audit
from portal.delivery.generation import raise_generation
from portal.languages.enums import Language
from portal.work.clock import database_now

LETTERS_AT_ONCE = 25


@transaction.atomic
def write_report(*, consultation: Consultation, by: Any) -> ConsultationReport:
    """Write its sentences from the data, in both languages, over whatever stood there."""
    report = _report(consultation, by)
    figures = figures_of(report.consultation)
    for language in Language:
        with override(language):
            setattr(report, f"course_{language}", course_words(figures, report.consultation.institution.name))
            setattr(report, f"outcome_{language}", outcome_words(figures))
    report.written_at = database_now()
    report.full_clean()
    report.save()
    record_audit(actor=by, deed="consultation.write_report", about=report.consultation)
    return report


@transaction.atomic
def edit_report(
    *, consultation: Consultation, by: Any, course_sq: str, course_en: str, outcome_sq: str, outcome_en: str
) -> ConsultationReport:
    report = _report(consultation, by)
    report.course_sq, report.course_en = course_sq, course_en
    report.outcome_sq, report.outcome_en = outcome_sq, outcome_en
    report.written_at = database_now()
    report.full_clean()
    report.save()
    record_audit(actor=by, deed="consultation.edit_report", about=report.consultation)
    return report


@transaction.atomic
def publish_report(*, consultation: Consultation, by: Any) -> ConsultationReport:
    """Freeze the figures and put the report out. The worker writes to all who contributed.

    Refused while any published or waiting comment has no decision: a report without answers would be none.
    """
    report = _report(consultation, by)
    consultation = report.consultation
    if consultation.stage != Stage.ANSWERED:
        raise NotAnsweredYet
    waiting = ConsultationComment.objects.awaiting_moderation().filter(consultation=consultation)
    if awaiting_answer(consultation).exists() or waiting.exists():
        raise AnswersMissing
    if not all(
        (text or "").strip() for text in (report.course_sq, report.course_en, report.outcome_sq, report.outcome_en)
    ):
        raise WordsMissing
    now = database_now()
    report.figures = figures_of(consultation)
    report.published_at, report.published_by = now, by
    report.full_clean()
    report.save()
    consultation.stage = Stage.REPORTED
    consultation.full_clean()
    consultation.save()
    record_audit(actor=by, deed="consultation.publish_report", about=consultation)
    tell_search(consultation)
    raise_generation()
    return report


def _report(consultation: Consultation, by: Any) -> ConsultationReport:
    """The report, its consultation's row held; refused to whoever may not write it, and once it is out."""
    if not may_coordinate(by):
        raise NotAllowed
    consultation = (
        Consultation.objects.select_for_update(of=("self",), no_key=True)
        .select_related("institution")
        .get(pk=consultation.pk)
    )
    report = ConsultationReport.objects.filter(consultation=consultation).first()
    report = report or ConsultationReport(consultation=consultation)
    if report.is_frozen:
        raise ReportFrozen
    report.consultation = consultation
    return report


@transaction.atomic
def tell_of_report(*, report: ConsultationReport) -> int:
    """Write to the next contributors that the report is out; return how many letters that were."""
    report = (
        ConsultationReport.objects.select_for_update(of=("self",), no_key=True)
        .select_related("consultation")
        .get(pk=report.pk)
    )
    rows = list(
        Contribution.objects.filter(
            consultation=report.consultation_id,
            confirmed_at__isnull=False,
            withdrawn_at=None,
            disowned_at=None,
            participant__isnull=False,
            pk__gt=report.told_up_to,
        )
        .select_related("consultation", "participant")
        .prefetch_related("consultation__pages__locale")
        .order_by("pk")[:LETTERS_AT_ONCE]
    )
    for contribution in rows:
        # The occasion is the report: somebody who sent in twice is written to once.
        write_to_author(
            "report_out",
            contribution,
            key=report.pk,
            context={"outcome_token": sign("consultation.outcome", contribution.pk)},
        )
        report.told_up_to = contribution.pk
        report.told += 1
    if len(rows) < LETTERS_AT_ONCE:
        report.told_at = database_now()
    report.save(update_fields=["told_up_to", "told", "told_at"])
    return len(rows)


def tell_of_unfinished_reports() -> int:
    """Go on with the oldest published report that not everybody has been told of."""
    report = (
        ConsultationReport.objects.filter(published_at__isnull=False, told_at=None).order_by("published_at").first()
    )
    if report is None:
        return 0
    tell_of_report(report=report)
    return 1
