"""The example consultations: put out as a coordinator would, with comments and answers, a few days into their term."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction

from consultation.enums import Moderation, ShownAs
from consultation.models import (
    Consultation,
    ConsultationComment,
    Contribution,
    ModerationEvent,
    OfficialResponse,
    Provision,
)
from consultation.selectors import working_calendar
from consultation.services import (
    Author,
    ConsultationFacts,
    ConsultationWords,
    ProvisionRow,
    ProvisionWords,
    accept_comment,
    add_provisions,
    announce_consultation,
    answer_comment,
    confirm_contribution,
    hide_comment,
    start_consultation,
    submit_comment,
)
from consultation.working_days import day_of
from library.reviews.models import Finding, Recommendation, Review
from library.strategy.models import Measure
from portal.languages.enums import Language
from portal.notifications.models import Notice
from portal.seed.blocks import body_blocks
from portal.seed.content_files import content
from portal.seed.dates import instant, working_day_ago
from portal.seed.links import page_id
from portal.seed.vocabulary import mapped
from portal.stakeholders.models import Institution, StakeholderCategory

Row = Mapping[str, Any]

NOBODY = "example.invalid"
"""The domain of the addresses of example authors: by its standard (RFC 2606) nobody can ever be reached there."""
OPENS = "09:00"
COMMENTS_FROM = "08:00"
MODERATED_AFTER = timedelta(hours=3)
ANSWERED_AFTER = timedelta(hours=7)
"""On the same day: a comment of yesterday has its answer already, at whatever hour the content is loaded."""


def load_consultations(*, today: date) -> int:
    """All of `consultations.yaml`; only for sites that may hold examples. Returns how many are new."""
    rows = content("consultations")["consultations"]
    return sum(_load(row, f"consultations.yaml[{place}]", today) for place, row in enumerate(rows))


@transaction.atomic
def _load(row: Row, at: str, today: date) -> int:
    if Consultation.objects.filter(code=row["key"]).exists():
        return 0
    consultation = start_consultation(by=None, facts=_facts(row, today, at), words=_words(row), code=row["key"])
    add_provisions(version=consultation.versions.get(), rows=list(_provision_rows(row, at)), by=None)
    consultation = announce_consultation(consultation=consultation, by=None)
    comments = {each["key"]: _comment(consultation, each, f"{at}.comments") for each in row["comments"]}
    for answer in row["responses"]:
        _answer(comments[answer["to"]], answer, f"{at}.responses")
    date_talk(consultation)
    Notice.objects.filter(recipient__endswith=f"@{NOBODY}").delete()
    return 1


def _facts(row: Row, today: date, at: str) -> ConsultationFacts:
    opens_at = instant(working_day_ago(row["opens_working_days_ago"], today=today), OPENS)
    return ConsultationFacts(
        act_kind=mapped("consultation_kind", row["kind"], at=f"{at}.kind"),
        institution=Institution.objects.get(code=row["institution"]),
        contact_role_sq=row["contact_role"]["sq"],
        contact_role_en=row["contact_role"]["en"],
        contact_email=settings.CONTACT_EMAIL,
        opens_at=opens_at,
        working_days=row["term_working_days"],
        legal_basis_sq=row["legal_basis"]["sq"],
        legal_basis_en=row["legal_basis"]["en"],
        review=Review.objects.get(code=row["review"]) if "review" in row else None,
        answers_due_on=answers_due_on(row, opens_at),
        is_example=row["example"],
    )


def answers_due_on(row: Row, opens_at: datetime) -> date:
    calendar = working_calendar()
    last = calendar.after(day_of(opens_at), row["term_working_days"])
    return calendar.after(last, row["answers_due_working_days_after_closing"])


def _words(row: Row) -> dict[Language, ConsultationWords]:
    return {
        language: ConsultationWords(
            title=row["title"][language],
            slug=row["slug"][language],
            summary=" ".join(row["lede"][language].split()),
            body=body_blocks([{"paragraph": row["intro"][language]}], page_id),
        )
        for language in Language
    }


def _provision_rows(row: Row, at: str) -> Iterator[ProvisionRow]:
    for place, each in enumerate(row["provisions"]):
        heading, text = each.get("heading", {}), each.get("text", {})
        yield ProvisionRow(
            words=ProvisionWords(
                heading_sq=heading.get("sq", ""),
                heading_en=heading.get("en", ""),
                text_sq=text.get("sq", ""),
                text_en=text.get("en", ""),
            ),
            kind=mapped("provision_kind", each["kind"], at=f"{at}.provisions[{place}].kind"),
            label=each["label"],
            depth=each["depth"],
            anchor=each["anchor"],
            finding=_of_review(Finding, row, each.get("finding")),
            recommendation=_of_review(Recommendation, row, each.get("recommendation")),
            measures=[_measure(code) for code in each.get("measures", ())],
        )


def _of_review(model: type[Any], row: Row, key: str | None) -> Any:
    return model.objects.get(code=f"{row['review']}/{key}") if key else None


def _measure(code: str) -> Measure:
    """Provisions of an example touch measures of the example strategy: there is one."""
    return Measure.objects.get(code=code, objective__strategy__is_example=True)


def _comment(consultation: Consultation, row: Row, at: str) -> ConsultationComment:
    """Send it, confirm it, moderate it."""
    provision = None
    if row["anchor"] != "whole":
        provision = Provision.objects.get(version__consultation=consultation, anchor=row["anchor"])
    contribution = submit_comment(
        consultation=consultation,
        author=_author(consultation, row),
        text=row["text"],
        language=row["language"],
        provision=provision,
        proposed_wording=row.get("proposed_wording") or "",
    )
    confirm_contribution(contribution=contribution)
    comment = contribution.comments.get()
    moderation = mapped("moderation", row["moderation"], at=f"{at}.moderation")
    if moderation == Moderation.ACCEPTED:
        accept_comment(comment=comment, by=None)
    elif moderation == Moderation.HIDDEN:
        reason = row["hidden_reason"]
        hide_comment(comment=comment, by=None, reason_sq=reason["sq"], reason_en=reason["en"])
    return comment


def _author(consultation: Consultation, row: Row) -> Author:
    """A role that says it is an example, in the language in which it writes if that is one of ours."""
    language = Language.ENGLISH if row["language"] == Language.ENGLISH else Language.ALBANIAN
    return Author(
        email=f"{consultation.code}-{row['key']}@{NOBODY}",
        category=StakeholderCategory.objects.get(code=row["category"]),
        name=row["author"][language],
        organisation=row["organisation"],
        shown_as=ShownAs.NAME,
        language=language,
    )


def _answer(comment: ConsultationComment, row: Row, at: str) -> None:
    answer_comment(
        comment=comment,
        by=None,
        decision=mapped("response_decision", row["decision"], at=f"{at}.decision"),
        reason_sq=_reason(row, "sq"),
        reason_en=_reason(row, "en"),
    )


def _reason(row: Row, language: str) -> str:
    resulting = (row["resulting"] or {}).get(language, "")
    return f"{row['reason'][language]} {resulting}".strip()


def date_talk(consultation: Consultation) -> None:
    """Set its comments, which are numbered in the order of the file, and what followed on them to the days they tell of."""
    (row,) = (each for each in content("consultations")["consultations"] if each["key"] == consultation.code)
    opened_on, calendar = day_of(consultation.opens_at), working_calendar()
    comments = ConsultationComment.objects.filter(consultation=consultation).order_by("number")
    for comment, each in zip(comments, row["comments"], strict=True):
        sent_at = instant(calendar.after(opened_on, each["working_days"]), COMMENTS_FROM)
        sent_at += timedelta(minutes=comment.number)
        read_at = sent_at + MODERATED_AFTER
        Contribution.objects.filter(comments=comment).update(sent_at=sent_at, confirmed_at=sent_at)
        ConsultationComment.objects.filter(pk=comment.pk).exclude(moderated_at=None).update(moderated_at=read_at)
        ModerationEvent.objects.filter(comment=comment).update(at=read_at)
        answered_at = sent_at + ANSWERED_AFTER
        OfficialResponse.objects.filter(issue__comments=comment).update(
            answered_at=answered_at, published_at=answered_at
        )
