"""A consultation as open data: everything that its public pages show, nothing about people that they do not."""

import json
from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

from consultation.records import Consultation, DraftVersion, Issue
from consultation.selectors.matrix import matrix_rows, public_issues
from consultation.selectors.matrix_files import told_row
from consultation.selectors.visibility import title_of, visible_to
from consultation.working_days import day_of
from portal.languages.enums import Language
from portal.work.clock import database_now

SCHEMA = "consultation/1"
"""The version of the codebook. A field that changes its meaning or goes raises it; a new field does not."""

CSV_COLUMNS = (
    "comment",
    "sent_on",
    "channel",
    "category",
    "who",
    "language",
    "provision",
    "draft",
    "measure",
    "reply_to",
    "text",
    "proposed_wording",
    "reason",
    "supports",
    "issue",
    "issue_title_sq",
    "issue_title_en",
    "decision",
    "official_reason_sq",
    "official_reason_en",
    "changed_provision",
)


def listed_for_data() -> list[Consultation]:
    """What the public list of the data holds: examples are no data."""
    return list(
        visible_to(None).filter(is_example=False).select_related("institution").prefetch_related("pages__locale")
    )


def listed_json() -> dict[str, Any]:
    return {
        "schema": "consultations/1",
        "consultations": [
            {
                "number": each.number,
                **_both("title", {language.value: title_of(each, language) for language in Language}),
                "state": each.state(database_now()).value,
                "opens_at": each.opens_at.isoformat(),
                "closes_at": each.closes_at.isoformat(),
                "url": settings.BASE_URL + reverse("consultation:data_file", args=[each.number, "json"]),
            }
            for each in listed_for_data()
        ],
    }


def consultation_json(consultation: Consultation) -> Iterator[bytes]:
    """A JSON document piece by piece: facts, drafts, issues, then the comments, which may be thousands."""
    head = facts_of(consultation) | {
        "drafts": [_draft(each) for each in _public_drafts(consultation)],
        "issues": [_issue(each) for each in public_issues(consultation)],
    }
    yield json.dumps(head, ensure_ascii=False, indent=1).rstrip("\n}").encode() + b',\n "comments": ['
    separator = b"\n"
    for row in matrix_rows(consultation):
        yield separator + json.dumps(told_row(row), ensure_ascii=False).encode()
        separator = b",\n"
    yield b"\n]}\n"


def consultation_table(consultation: Consultation) -> Iterator[list[str | int | None]]:
    """One row for each comment and answer, under the names of the codebook."""
    yield list(CSV_COLUMNS)
    for row in matrix_rows(consultation):
        told = told_row(row)
        yield [told.get(name) for name in CSV_COLUMNS]


def facts_of(consultation: Consultation) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "number": consultation.number,
        "is_example": consultation.is_example,
        "read_at": database_now().isoformat(),
        "licence": consultation.licence,
        "citation": citation(consultation),
        **_both("title", {language.value: title_of(consultation, language) for language in Language}),
        "act_kind": consultation.act_kind,
        "institution": consultation.institution.code,
        "institution_name_sq": consultation.institution.name_sq,
        "institution_name_en": consultation.institution.name_en,
        "legal_basis_sq": consultation.legal_basis_sq,
        "legal_basis_en": consultation.legal_basis_en,
        "is_informal": consultation.is_informal,
        "is_prior_notice": consultation.is_prior_notice,
        "state": consultation.state(database_now()).value,
        "announced_at": consultation.announced_at and consultation.announced_at.isoformat(),
        "opens_at": consultation.opens_at.isoformat(),
        "closes_at": consultation.closes_at.isoformat(),
        "working_days": consultation.working_days,
        "term": consultation.term,
        "adopted_on": consultation.adopted_on and consultation.adopted_on.isoformat(),
        "extensions": [
            {
                "from": change.old_closes_at.isoformat(),
                "to": change.new_closes_at.isoformat(),
                "reason_sq": change.reason_sq,
                "reason_en": change.reason_en,
            }
            for change in consultation.deadline_changes.all()
        ],
        "meetings": [
            {
                "held_on": meeting.held_on.isoformat(),
                "title_sq": meeting.title_sq,
                "title_en": meeting.title_en,
                "place": meeting.place,
                "attended": meeting.attended,
            }
            for meeting in consultation.meetings.all()
        ],
    }


def citation(consultation: Consultation) -> str:
    """How to name it as a source."""
    with override(Language.ENGLISH):
        address = settings.BASE_URL + reverse("consultation:consultation", args=[consultation.number])
    title = title_of(consultation, Language.ENGLISH)
    return f"{settings.PORTAL_NAME['en']}: {title} (consultation no. {consultation.number}). {address}"


def _public_drafts(consultation: Consultation) -> list[DraftVersion]:
    """The first draft is shown by the notice, a later one once it is put out."""
    versions = consultation.versions.prefetch_related("provisions__measures").order_by("number")
    return [each for each in versions if each.number == 1 or each.published_at is not None]


def _draft(version: DraftVersion) -> dict[str, Any]:
    return {
        "number": version.number,
        "provisions": [
            {
                "anchor": provision.anchor,
                "kind": provision.kind,
                "label": provision.label,
                "heading_sq": provision.heading_sq,
                "heading_en": provision.heading_en,
                "text_sq": provision.text_sq,
                "text_en": provision.text_en,
                "measures": [measure.code for measure in provision.measures.all()],
            }
            for provision in version.provisions.all()
        ],
    }


def _issue(issue: Issue) -> dict[str, Any]:
    response = issue.response
    changed = response.resulting_provision
    return {
        "number": issue.number,
        "title_sq": issue.title_sq,
        "title_en": issue.title_en,
        "theme": issue.theme,
        "institution": issue.institution.code if issue.institution else None,
        "decision": response.decision,
        "reason_sq": response.reason_sq,
        "reason_en": response.reason_en,
        "changed_provision": changed.anchor if changed else None,
        "changed_draft": changed.version.number if changed else None,
        "published_on": response.published_at and day_of(response.published_at).isoformat(),
    }


def _both(name: str, words: dict[str, str]) -> dict[str, str]:
    return {f"{name}_{language}": text for language, text in words.items()}
