"""The example consultations: put out as a coordinator would, commented on as a reader would, a few days into their term."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction

from consultation.models import Consultation, ConsultationComment, Contribution, OfficialResponse, Provision
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
from consultation.working_days import ALBANIA
from library.reviews.models import Finding, Recommendation, Review
from library.strategy.models import Measure
from portal.languages.enums import Language
from portal.notifications.models import Notice
from portal.seed.blocks import body_blocks
from portal.seed.content_files import content
from portal.seed.links import page_id
from portal.seed.vocabulary import mapped
from portal.stakeholders.models import Institution, StakeholderCategory
from portal.work.clock import database_today

NOBODY = "example.invalid"
"""The domain of the addresses of example authors: by its standard (RFC 2606) nobody can ever be reached there."""
OPENS_AT = time(9)


def load_consultations() -> int:
    """All of `consultations.yaml`; only for sites that may hold examples. Returns how many are new."""
    return sum(_load(row, place) for place, row in enumerate(content("consultations")["consultations"]))


@transaction.atomic
def _load(row: Mapping[str, Any], place: int) -> int:
    if Consultation.objects.filter(code=row["key"]).exists():
        return 0
    at = f"consultations.yaml[{place}]"
    consultation = start_consultation(by=None, facts=_facts(row, at), words=_words(row), code=row["key"])
    version = consultation.versions.get()
    add_provisions(version=version, rows=list(_provision_rows(row, at)), by=None)
    announce_consultation(consultation=consultation, by=None)
    consultation.refresh_from_db()
    comments = {each["key"]: _comment(consultation, each) for each in row["comments"]}
    for answer in row["responses"]:
        answer_comment(
            comment=comments[answer["to"]],
            by=None,
            decision=mapped("response_decision", answer["decision"], at=f"{at}.responses"),
            reason_sq=_reason(answer, "sq"),
            reason_en=_reason(answer, "en"),
        )
    # Answers follow the comment in time, as they would.
    for response in OfficialResponse.objects.filter(comment__consultation=consultation):
        sent_at = response.comment.contribution.sent_at
        OfficialResponse.objects.filter(pk=response.pk).update(answered_at=sent_at + timedelta(hours=20))
    Notice.objects.filter(recipient__endswith=f"@{NOBODY}").delete()
    return 1


def _facts(row: Mapping[str, Any], at: str) -> ConsultationFacts:
    calendar, opens_on = working_calendar(), opening_day(row["opens_working_days_ago"])
    last = calendar.after(opens_on, row["term_working_days"])
    return ConsultationFacts(
        act_kind=mapped("consultation_kind", row["kind"], at=f"{at}.kind"),
        institution=Institution.objects.get(code=row["institution"]),
        contact_role_sq=row["contact_role"]["sq"],
        contact_role_en=row["contact_role"]["en"],
        contact_email=settings.CONTACT_EMAIL,
        opens_at=datetime.combine(opens_on, OPENS_AT, tzinfo=ALBANIA),
        working_days=row["term_working_days"],
        legal_basis_sq=row["legal_basis"]["sq"],
        legal_basis_en=row["legal_basis"]["en"],
        review=Review.objects.get(code=row["review"]) if "review" in row else None,
        answers_due_on=calendar.after(last, row["answers_due_working_days_after_closing"]),
        is_example=row["example"],
    )


def opening_day(working_days_ago: int) -> date:
    """The working day that lies so many working days before today (or before the last working day)."""
    calendar, day = working_calendar(), database_today()
    for _each in range(working_days_ago + 1):
        while not calendar.is_working(day):
            day -= timedelta(days=1)
        day -= timedelta(days=1)
    return day + timedelta(days=1)


def _words(row: Mapping[str, Any]) -> dict[Language, ConsultationWords]:
    return {
        language: ConsultationWords(
            title=row["title"][language],
            slug=row["slug"][language],
            summary=" ".join(row["lede"][language].split()),
            body=body_blocks([{"paragraph": row["intro"][language]}], page_id),
        )
        for language in Language
    }


def _provision_rows(row: Mapping[str, Any], at: str) -> Iterator[ProvisionRow]:
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


def _of_review(model: type[Any], row: Mapping[str, Any], key: str | None) -> Any:
    return model.objects.get(code=f"{row['review']}/{key}") if key else None


def _measure(code: str) -> Measure:
    return Measure.objects.get(code=code, objective__strategy__code="example-strategy")


def _comment(consultation: Consultation, row: Mapping[str, Any]) -> ConsultationComment:
    """Send it, confirm it, moderate it; then set the clock back to the day it tells of."""
    provision = None
    if row["anchor"] != "whole":
        provision = Provision.objects.get(version__consultation=consultation, anchor=row["anchor"])
    contribution = submit_comment(
        consultation=consultation,
        author=Author(
            email=f"{consultation.code}-{row['key']}@{NOBODY}",
            category=StakeholderCategory.objects.get(code=row["category"]),
            name=row["author"]["sq"] if row["language"] != "en" else row["author"]["en"],
            organisation=row.get("organisation") or "",
            shown_as="name",
            language="en" if row["language"] == "en" else "sq",
        ),
        text=row["text"],
        language=row["language"],
        provision=provision,
        proposed_wording=row.get("proposed_wording") or "",
    )
    confirm_contribution(contribution=contribution)
    comment = contribution.comments.get()
    if row["moderation"] == "accepted":
        accept_comment(comment=comment, by=None)
    elif row["moderation"] == "hidden":
        hide_comment(comment=comment, by=None, reason_sq=row["hidden_reason"]["sq"], reason_en=row["hidden_reason"]["en"])
    sent_on = working_calendar().after(consultation.opens_at.astimezone(ALBANIA).date(), row["working_days"])
    sent_at = datetime.combine(sent_on, time(8, comment.number), tzinfo=ALBANIA)
    Contribution.objects.filter(pk=contribution.pk).update(sent_at=min(sent_at, contribution.sent_at))
    comment.refresh_from_db()
    return comment


def _reason(answer: Mapping[str, Any], language: str) -> str:
    """The reason, and what changed in the text."""
    resulting = (answer.get("resulting") or {}).get(language, "")
    return f"{answer['reason'][language]} {resulting}".strip()
