"""The works of the library, their relations, and information sheets for some of them."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction

from library.publications.models import Publication
from library.publications.services import keep_publication, make_information_sheet, publish_publication, relate
from portal.languages.enums import Language
from portal.seed.blocks import body_blocks
from portal.seed.content_files import content
from portal.seed.dates import day
from portal.seed.links import page_id
from portal.seed.vocabulary import mapped
from portal.stakeholders.models import Institution

WITH_SHEET = (
    "nsm-2019-2022",
    "vkm-400-2019",
    "nsm-2024-2030",
    "law-79-2021",
    "law-146-2014",
    "migof-2015",
    "scoping-study-nsm",
    "mtr-nsm",
)


@transaction.atomic
def load_publications(*, with_examples: bool) -> int:
    """Works first, then what they do to each other: a relation may point ahead in the file."""
    rows = [row for row in content("publications")["publications"] if with_examples or not row["example"]]
    known = set(Publication.objects.values_list("code", flat=True))
    for place, row in enumerate(rows):
        if row["key"] not in known:
            publication = _keep(row, f"publications.yaml[{place}]")
            publish_publication(publication=publication)
    for place, row in enumerate(rows):
        if row["key"] not in known:
            _relate(row, f"publications.yaml[{place}].relations", {each["key"] for each in rows})
    return len(rows) - len(known & {row["key"] for row in rows})


def make_sheets() -> int:
    """Information sheets for the works that people look for first. A record that has not changed keeps its sheet."""
    made = 0
    for publication in Publication.objects.filter(code__in=WITH_SHEET, files=None):
        make_information_sheet(publication=publication)
        made += 1
    return made


def _keep(row: Mapping[str, Any], at: str) -> Publication:
    return keep_publication(
        code=row["key"],
        facts=_titles(row, at) | _facts(row, at) | _official(row, at),
        words={
            language: {
                "summary": " ".join(row["summary"][language].split()),
                "body": body_blocks(row["body"][language], page_id) if "body" in row else [],
            }
            for language in Language
        },
        dates=[_dated(each, f"{at}.dates") for each in row.get("dates", ())],
    )


def _titles(row: Mapping[str, Any], at: str) -> dict[str, Any]:
    facts: dict[str, Any] = {}
    for code in Language:
        title = row["titles"].get(code) or {}
        facts[f"title_{code}"] = title.get("text") or ""
        if title.get("status"):
            facts[f"title_{code}_status"] = mapped("title_status", title["status"], at=f"{at}.titles.{code}")
    return facts


def _facts(row: Mapping[str, Any], at: str) -> dict[str, Any]:
    precision = mapped("date_precision", row["date_precision"], at=f"{at}.date_precision")
    facts = {
        "kind": mapped("publication_kind", row["kind"], at=f"{at}.kind"),
        "stage": mapped("publication_stage", row.get("stage"), at=f"{at}.stage") or _stage_of_status(row["status"]),
        "number": row["number"] or "",
        "date": day(row["date"]) if row["date"] else None,
        "institution": Institution.objects.get(code=row["institution"]) if row["institution"] else None,
        "gazette": row.get("gazette") or "",
        "languages": " ".join(mapped("text_language", each, at=f"{at}.languages") for each in row["languages"]),
        "topics": " ".join(mapped("topic", each, at=f"{at}.topics") for each in row["topics"]),
        "is_example": row["example"],
        "adopted_by": next((b["act"] for b in row["status_basis"] or () if b["by"] == "act"), ""),
    }
    if precision:
        facts["date_precision"] = precision
    if row["period"]:
        facts |= _period(row["period"])
    return facts


def _stage_of_status(status: str | None) -> str:
    return "draft" if status == "draft" else "published"


def _period(period: Mapping[str, str]) -> dict[str, Any]:
    start, end = str(period["start"]), str(period["end"])
    return {
        "period_start": day(start),
        "period_end": day(end, last=True),
        "period_precision": {4: "year", 7: "month"}.get(len(start), "day"),
    }


def _dated(row: Mapping[str, Any], at: str) -> tuple[str, date, str]:
    return (
        mapped("date_event", row["event"], at=at),
        day(row["date"]),
        mapped("date_precision", row["precision"], at=at),
    )


def _official(row: Mapping[str, Any], at: str) -> dict[str, Any]:
    facts: dict[str, Any] = {"provenance": "\n".join(row["provenance"])}
    if row["official_url"]:
        note = row.get("official_url_note") or {}
        facts |= {
            "official_url": row["official_url"],
            "official_page": mapped("official_page", row["official_url_shows"], at=f"{at}.official_url_shows"),
            "official_seen_on": day(row["official_url_recorded"]) if row["official_url_recorded"] else None,
            "official_note_sq": note.get("sq", ""),
            "official_note_en": note.get("en", ""),
        }
    return facts


def _relate(row: Mapping[str, Any], at: str, loaded: set[str]) -> None:
    for place, relation in enumerate(row["relations"]):
        mapped("relation_verb", relation["verb"], at=f"{at}[{place}].verb")
        if relation["to"] in loaded:
            relate(
                subject=Publication.objects.get(code=row["key"]),
                verb=relation["verb"],
                object=Publication.objects.get(code=relation["to"]),
                is_verified=relation["verified"],
            )
