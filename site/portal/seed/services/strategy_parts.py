"""From the rows of `strategy.yaml` to drafts of objectives, measures and indicators."""

from collections.abc import Mapping, Sequence
from typing import Any

from library.strategy.models import FrameworkGoal, FundingSource
from library.strategy.services import (
    IndicatorDraft,
    MeasureDraft,
    ObjectiveDraft,
    keep_funding_source,
    value_fields,
)
from portal.languages.enums import Language
from portal.seed.content_files import content
from portal.seed.dates import day, in_other_years
from portal.seed.vocabulary import mapped
from portal.stakeholders.models import Institution

Row = Mapping[str, Any]


def objective_drafts(rows: Sequence[Row], *, by: int, at: str) -> list[ObjectiveDraft]:
    """Objectives with all that hangs below them, each year moved `by` so many."""
    return [_objective(row, by, f"{at}.objectives[{place}]") for place, row in enumerate(rows)]


def _objective(row: Row, by: int, at: str) -> ObjectiveDraft:
    mapped("strategy_level", row["level"], at=f"{at}.level")
    return ObjectiveDraft(
        facts={"code": row["code"], **_both(row.get("label"), "label"), **_wording(row["name"])},
        children=[_objective(each, by, f"{at}.children[{n}]") for n, each in enumerate(row.get("children", ()))],
        measures=[_measure(each, by, f"{at}.measures[{n}]") for n, each in enumerate(row.get("measures", ()))],
    )


def _wording(name: Row | None) -> dict[str, str]:
    """A name as the project wrote it, or as sources show it, with the language that is our own translation."""
    if name is None or isinstance(name["sq"], str):
        return _both(name, "name")
    ours = next((language.value for language in Language if not name[language]["verified"]), "")
    return _both({language: name[language]["text"] for language in Language}, "name") | {"own_translation": ours}


def _both(words: Row | None, field: str) -> dict[str, str]:
    return {f"{field}_{language}": words[language] for language in Language} if words else {}


def _measure(row: Row, by: int, at: str) -> MeasureDraft:
    budget = row["budget"]
    mapped("currency", budget["currency"], at=f"{at}.budget.currency")
    sources = [mapped("funding_source", source, at=f"{at}.budget.sources") for source in budget["sources"]]
    return MeasureDraft(
        facts={
            "code": row["code"],
            **_both(row["name"], "name"),
            "lead_institution": Institution.objects.get(code=row["lead"]),
            "starts_on": day(in_other_years(row["period"]["start"], by)),
            "ends_on": day(in_other_years(row["period"]["end"], by), last=True),
            "state": mapped("measure_status", row["status"], at=f"{at}.status"),
        },
        supporting=[Institution.objects.get(code=code) for code in row["supporting"]],
        activities=[(each["sq"], each["en"]) for each in row["activities"]],
        budget=[{**year, "year": year["year"] + by} for year in budget["years"]],
        funding_sources=[_funding_source(code) for code in sources],
        framework_goals=[
            FrameworkGoal.objects.get(code=f"{each['framework']}:{each['code']}") for each in row["frameworks"]
        ],
        indicators=[_indicator(each, by, f"{at}.indicators[{n}]") for n, each in enumerate(row["indicators"])],
    )


def _funding_source(code: str) -> FundingSource:
    values = content("vocabulary_map")["vocabularies"]["funding_source"]["values"].values()
    names = next(value for value in values if value["to"] == code)
    return keep_funding_source(code=code, facts=_both(names, "name"))


def _indicator(row: Row, by: int, at: str) -> IndicatorDraft:
    told_apart = [mapped("disaggregation", each, at=f"{at}.disaggregation") for each in row["disaggregation"]]
    return IndicatorDraft(
        facts={
            "code": row["code"],
            **_both(row["name"], "name"),
            "kind": mapped("indicator_kind", row["kind"], at=f"{at}.kind"),
            **_both(row["unit"], "unit"),
            "direction": mapped("indicator_direction", row["direction"], at=f"{at}.direction"),
            "frequency": mapped("frequency", row["frequency"], at=f"{at}.frequency"),
            "disaggregation": " ".join(told_apart),
            "baseline_year": row["baseline"]["year"] + by,
            **value_fields(row["baseline"]["value"]),
        },
        targets=[{"year": each["year"] + by, **value_fields(each["value"])} for each in row["targets"]],
        readings=[_reading(each, by, at) for each in row["readings"]],
    )


def _reading(row: Row, by: int, at: str) -> dict[str, Any]:
    """A reading of a year (`2025`) or of half a year (`2026-H1`)."""
    year, _, half = str(row["period"]).partition("-H")
    return {
        "year": int(year) + by,
        "half": int(half) if half else None,
        "state": mapped("reading_state", row["state"], at=f"{at}.readings"),
        "reason": row.get("reason", ""),
        **value_fields(row["value"]),
    }
