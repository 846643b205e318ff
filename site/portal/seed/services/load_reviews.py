"""The reviews: findings, recommendations, answers, and what changed because of them."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils.translation import override

from consultation.models import Provision
from library.publications.models import Publication
from library.reviews.models import PolicyChange, Recommendation, Review
from library.reviews.services import (
    FindingDraft,
    RecommendationDraft,
    ReviewDraft,
    keep_review,
    note_change,
    publish_review,
)
from library.strategy.models import Indicator, Measure, Strategy
from portal.languages.enums import Language
from portal.seed.blocks import body_blocks
from portal.seed.content_files import content
from portal.seed.dates import in_other_years
from portal.seed.links import page_id
from portal.seed.vocabulary import mapped
from portal.stakeholders.models import Institution

Row = Mapping[str, Any]


@transaction.atomic
def load_reviews(*, with_examples: bool, today: date) -> int:
    """All of `review.yaml` but what changed where: consultations may be among the places, so that comes after them."""
    new = 0
    for place, row in enumerate(content("review")["reviews"]):
        if (row["example"] and not with_examples) or Review.objects.filter(code=row["key"]).exists():
            continue
        at = f"review.yaml[{place}]"
        strategy = Strategy.objects.get(code=row["strategy"])
        review = keep_review(
            code=row["key"],
            draft=ReviewDraft(
                facts=_facts(row, strategy, today),
                findings=list(_findings(row, strategy, at)),
                recommendations=list(_recommendations(row, strategy, today, at)),
            ),
            words={language: _words(row, language) for language in Language},
            slugs={language: row["slug"][language] for language in Language},
        )
        publish_review(review=review)
        new += 1
    return new


def _facts(row: Row, strategy: Strategy, today: date) -> dict[str, Any]:
    return {
        "name_sq": row["title"]["sq"],
        "name_en": row["title"]["en"],
        "strategy": strategy,
        "publication": Publication.objects.get(code=row["publication"]),
        "institution": Institution.objects.get(code=row["carried_out_by"]),
        "published_on": today - timedelta(days=row["published_days_ago"]),
        "is_example": row["example"],
    }


def _words(row: Row, language: Language) -> dict[str, Any]:
    return {
        "search_description": row["search_description"][language],
        "summary": row["summary"][language],
        "body": body_blocks([{"paragraph": f"<p>{row['method'][language]}</p>"}], page_id),
    }


def _findings(row: Row, strategy: Strategy, at: str) -> Iterator[FindingDraft]:
    """Their words name years of the strategy's figures; where those were moved, the words move too."""
    by = _years_moved(row, strategy)
    for place, finding in enumerate(row["findings"]):
        yield FindingDraft(
            facts={
                "code": f"{row['key']}/{finding['key']}",
                "number": finding["number"],
                **_both(finding, "title", by),
                **_both(finding, "text", by),
            },
            evidence=[_evidence(each, strategy, by, f"{at}.findings[{place}]") for each in finding["evidence"]],
        )


def _years_moved(row: Row, strategy: Strategy) -> int:
    (written,) = (each for each in content("strategy")["strategies"] if each["key"] == row["strategy"])
    return strategy.start_year - int(written["period"]["start"])


def _both(row: Row, field: str, by: int = 0) -> dict[str, str]:
    return {f"{field}_{language}": in_other_years(row[field][language], by) for language in Language}


def _evidence(row: Row, strategy: Strategy, by: int, at: str) -> dict[str, Any]:
    facts: dict[str, Any] = {
        "kind": mapped("evidence_kind", row["kind"], at=f"{at}.evidence"),
        **_both(row, "text", by),
    }
    if "indicator" in row:
        facts["indicator"] = Indicator.objects.get(code=row["indicator"], measure__objective__strategy=strategy)
    if "measure" in row:
        facts["measure"] = measure_of(strategy, row["measure"])
    return facts


def measure_of(strategy: Strategy, code: str) -> Measure:
    return Measure.objects.get(code=code, objective__strategy=strategy)


def _recommendations(row: Row, strategy: Strategy, today: date, at: str) -> Iterator[RecommendationDraft]:
    numbers = {finding["key"]: finding["number"] for finding in row["findings"]}
    for place, each in enumerate(row["recommendations"]):
        yield RecommendationDraft(
            facts={
                "code": f"{row['key']}/{each['key']}",
                "number": each["number"],
                **_both(each, "title"),
                **_both(each, "text"),
                "addressee": Institution.objects.get(code=each["addressee"]),
                "answer_due_on": days_from(today, each["due_days_ahead"]),
            },
            finding=numbers[each["finding"]],
            measures=[measure_of(strategy, code) for code in each["measures"]],
            answer=_answer(each["answer"], today, f"{at}.recommendations[{place}].answer") if each["answer"] else None,
        )


def _answer(row: Row, today: date, at: str) -> dict[str, Any]:
    return {
        "verdict": mapped("answer_decision", row["decision"], at=at),
        **_both(row, "reason"),
        "institution": Institution.objects.get(code=row["institution"]),
        "answered_on": today - timedelta(days=row["days_ago"]),
        "due_on": days_from(today, row["carried_out_by_days_ahead"]),
    }


def days_from(today: date, number: int | None) -> date | None:
    return None if number is None else today + timedelta(days=number)


@transaction.atomic
def load_policy_changes(*, today: date) -> int:
    """What changed because of recommendations, and where: places in consultations are kept as words and an address."""
    new = 0
    for row in content("review")["reviews"]:
        for change in row["policy_changes"]:
            recommendation = Recommendation.objects.get(code=f"{row['key']}/{change['recommendation']}")
            if PolicyChange.objects.filter(recommendation=recommendation).exists():
                continue
            facts = {
                **{f"text_{language}": change["what"][language] for language in Language},
                "changed_on": today - timedelta(days=change["days_ago"]),
                **_place(change["where"]),
            }
            note_change(recommendation=recommendation, facts=facts)
            new += 1
    return new


def _place(where: Row) -> dict[str, str]:
    provision = Provision.objects.select_related("version__consultation").get(
        version__consultation__code=where["consultation"], version__number=1, anchor=where["provision"]
    )
    parts = [provision.version.consultation.number, provision.version.number, provision.anchor]
    facts = {}
    for language in Language:
        facts[f"place_{language}"] = where["words"][language]
        with override(language):
            facts[f"place_url_{language}"] = reverse("consultation:provision", args=parts)
    return facts
