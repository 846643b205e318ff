"""The strategies that are followed, and the frameworks that their measures may serve."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from django.db import transaction

from library.publications.models import Publication
from library.strategy.enums import LineKind
from library.strategy.models import FrameworkGoal, Strategy
from library.strategy.services import StrategyDraft, keep_framework_goal, keep_strategy, publish_strategy
from portal.languages.enums import Language
from portal.seed.content_files import content
from portal.seed.services.strategy_parts import objective_drafts
from portal.seed.vocabulary import mapped
from portal.stakeholders.models import Institution

MONTHS_THAT_LOOK_BACK = 6
"""The example's last figures are those of a first half-year: until July they are last year's."""


@transaction.atomic
def load_frameworks() -> int:
    """The objectives of frameworks, for measures to point to. Their other facts are the library's publications."""
    known = set(FrameworkGoal.objects.values_list("code", flat=True))
    new = 0
    for place, framework in enumerate(content("frameworks")["frameworks"]):
        for item in framework["items"]:
            mapped("framework_level", item["level"], at=f"frameworks.yaml[{place}].items")
            if (code := f"{framework['key']}:{item['code']}") not in known:
                keep_framework_goal(code=code, facts=_goal_facts(framework, item))
                new += 1
    return new


def _goal_facts(framework: Mapping[str, Any], item: Mapping[str, Any]) -> dict[str, str]:
    facts = {"number": item["code"]}
    for language in Language:
        facts[f"framework_{language}"] = framework["name"][language]
        facts[f"name_{language}"] = _printed(item, language)
    return facts


def _printed(item: Mapping[str, Any], language: Language) -> str:
    """A verified wording as it is, ours beside the verified one of the other language, else what the item is called."""
    text = item.get("text") or {}
    here, there = text.get(language) or {}, text.get(language.other) or {}
    if here.get("verified"):
        return str(here["text"])
    if here and there.get("verified"):
        return f"{here['text']} ({there['text']})"
    called = (item.get("label") or item.get("short") or {}).get(language) or ""
    return str(called["text"] if isinstance(called, Mapping) else called)


@transaction.atomic
def load_strategies(*, with_examples: bool, today: date) -> int:
    """All of `strategy.yaml`; the years of an example end with the half-year that was measured last."""
    new = 0
    for place, row in enumerate(content("strategy")["strategies"]):
        if (row["example"] and not with_examples) or Strategy.objects.filter(code=row["key"]).exists():
            continue
        at = f"strategy.yaml[{place}]"
        by = years_to_move(row, today)
        strategy = keep_strategy(
            code=row["key"],
            draft=StrategyDraft(
                facts=_facts(row, place, by),
                lines=list(_lines(row, at)),
                bodies=list(_bodies(row)),
                objectives=objective_drafts(row["objectives"], by=by, at=at),
            ),
            words={language: {"search_description": row["notice"][language]} for language in Language},
        )
        publish_strategy(strategy=strategy)
        new += 1
    return new


def years_to_move(row: Mapping[str, Any], today: date) -> int:
    """By how many years the figures of an example move; those of a real strategy never do."""
    if "base_year" not in row:
        return 0
    return today.year - (today.month <= MONTHS_THAT_LOOK_BACK) - int(row["base_year"])


def _facts(row: Mapping[str, Any], place: int, by: int) -> dict[str, Any]:
    objective = row.get("objective") or {}
    facts: dict[str, Any] = {
        "start_year": int(row["period"]["start"]) + by,
        "end_year": int(row["period"]["end"]) + by,
        "objective_url": objective.get("official_url") or "",
        "own_translation": own_translation(objective),
        "publication": Publication.objects.get(code=row["publication"]) if row["publication"] else None,
        "position": place,
        "is_example": row["example"],
    }
    for language in Language:
        facts[f"name_{language}"] = row["name"][language]
        facts[f"acronym_{language}"] = (row["acronym"] or {}).get(language) or ""
        facts[f"notice_{language}"] = row["notice"][language]
        facts[f"objective_{language}"] = objective[language]["text"] if objective else ""
    return facts


def own_translation(wording: Mapping[str, Any]) -> str:
    """The language whose wording no source shows: it is ours."""
    return next((language for language in Language if language in wording and not wording[language]["verified"]), "")


def _lines(row: Mapping[str, Any], at: str) -> Iterator[dict[str, Any]]:
    for part in row.get("parts", ()):
        text = {language.value: part["name"][language]["text"] for language in Language}
        yield _line(LineKind.PART, text, number=part["number"], own_translation=own_translation(part["name"]))
    for level in row["levels"]:
        mapped("strategy_level", level["key"], at=f"{at}.levels")
        yield _line(LineKind.LEVEL, level["name"])
    for text in row["reporting"]:
        yield _line(LineKind.REPORTING, text)
    for fact in row.get("facts", ()):
        concerns = Publication.objects.get(code=fact["concerns"]) if "concerns" in fact else None
        yield _line(
            LineKind.FACT,
            fact["text"],
            official_url=fact["official_url"] or "",
            concerns=concerns,
            provenance="\n".join(fact["provenance"]),
        )


def _line(kind: LineKind, text: Mapping[str, str], **facts: Any) -> dict[str, Any]:
    return {"kind": kind, "text_sq": text["sq"], "text_en": text["en"], **facts}


def _bodies(row: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """The coordination mechanism, then the other institutions that had a part in it."""
    for group, is_mechanism in (("bodies", True), ("institutions", False)):
        for each in row.get(group, ()):
            yield {
                "institution": Institution.objects.get(code=each["institution"]),
                "role_sq": each["role"]["sq"],
                "role_en": each["role"]["en"],
                "is_mechanism": is_mechanism,
            }
