"""Recommendations from finding to change: what the address asks for, how many there are of each, one page of them."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Case, CharField, Count, F, QuerySet, Value, When
from django.db.models.functions import Coalesce
from django.http import QueryDict

from library.publications.selectors import pages_ahead
from library.reviews.enums import AnswerState
from library.reviews.records import Recommendation, Review
from library.reviews.selectors.visibility import visible_to
from portal.stakeholders.models import Institution

PAGE_SIZE = 25
FACETS = ("review", "answer", "institution")


@dataclass(frozen=True)
class RecommendationFilters:
    """What the reader ticked. Values that do not exist are forgotten: an old or altered link still opens the list."""

    review: tuple[str, ...] = ()
    answer: tuple[str, ...] = ()
    institution: tuple[str, ...] = ()

    @classmethod
    def of(cls, query: QueryDict) -> "RecommendationFilters":
        return cls(
            review=_codes(query.getlist("review")),
            answer=tuple(value for value in dict.fromkeys(query.getlist("answer")) if value in AnswerState.values),
            institution=_codes(query.getlist("institution")),
        )

    def chosen(self, facet: str) -> tuple[str, ...]:
        return getattr(self, facet)


@dataclass(frozen=True)
class Group:
    """Recommendations that are alike in every facet, and how many there are."""

    review: str
    answer: str
    institution: str
    count: int

    def passes(self, filters: RecommendationFilters, facets: Iterable[str] = FACETS) -> bool:
        return all(not filters.chosen(facet) or getattr(self, facet) in filters.chosen(facet) for facet in facets)


@dataclass(frozen=True)
class Chain:
    """One page of recommendations, each with its finding, answer and changes."""

    filters: RecommendationFilters
    groups: list[Group]
    reviews: Mapping[str, Review]
    institutions: Mapping[str, Institution]
    page: Page[Recommendation]

    def counts(self, facet: str) -> dict[str, int]:
        """How many there would be of each value, all other filters in force."""
        others = [each for each in FACETS if each != facet]
        found = Counter[str]({getattr(group, facet): 0 for group in self.groups})
        for group in self.groups:
            if group.passes(self.filters, others):
                found[getattr(group, facet)] += group.count
        return dict(found)

    def answers(self) -> dict[str, int]:
        """How many recommendations have which answer, whatever is filtered."""
        return dict(sum((Counter({group.answer: group.count}) for group in self.groups), Counter[str]()))


def recommendation_chain(user: Any, filters: RecommendationFilters, page_number: Any) -> Chain:
    reviews = {review.code: review for review in _reviews(user)}
    rows = with_answer(Recommendation.objects.filter(review__in=[review.pk for review in reviews.values()]))
    groups = _groups(rows)
    institutions = {
        each.code: each for each in Institution.objects.filter(code__in={group.institution for group in groups})
    }
    found = sum(group.count for group in groups if group.passes(filters))
    told = _filtered(rows, filters).select_related("review", "finding", "answer__institution", "addressee")
    pages = _CountedPaginator(
        told.prefetch_related("changes__measure").order_by("review_id", "position", "pk"), PAGE_SIZE, found=found
    )
    return Chain(filters, groups, reviews, institutions, pages.get_page(page_number))


def _reviews(user: Any) -> QuerySet[Review]:
    return visible_to(user).annotate(findings_count=Count("findings")).prefetch_related(pages_ahead(Review))


def with_answer(recommendations: QuerySet[Recommendation]) -> QuerySet[Recommendation]:
    """Add `answer_state`: the verdict, or that there is none yet."""
    return recommendations.annotate(
        answer_state=Case(
            When(answer__isnull=True, then=Value(AnswerState.WAITING)),
            default=F("answer__verdict"),
            output_field=CharField(),
        )
    )


class _CountedPaginator(Paginator):  # type: ignore[type-arg]
    """Pages of a list whose length is known already."""

    def __init__(self, rows: QuerySet[Recommendation], per_page: int, *, found: int) -> None:
        super().__init__(rows, per_page)
        self.count = found


def _groups(rows: QuerySet[Recommendation]) -> list[Group]:
    counted = (
        rows.order_by()  # type: ignore[misc]
        .values("review__code", "answer_state", issuer=Coalesce("addressee__code", Value("")))
        .annotate(count=Count("pk"))
    )
    return [Group(row["review__code"], row["answer_state"], row["issuer"], row["count"]) for row in counted]


def _filtered(rows: QuerySet[Recommendation], filters: RecommendationFilters) -> QuerySet[Recommendation]:
    if filters.review:
        rows = rows.filter(review__code__in=filters.review)
    if filters.answer:
        rows = rows.filter(answer_state__in=filters.answer)  # type: ignore[misc]
    if filters.institution:
        rows = rows.filter(addressee__code__in=filters.institution)
    return rows


def _codes(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(
        value
        for value in dict.fromkeys(values)
        if len(value) <= 80 and value.isascii() and value.replace("-", "").replace("_", "").isalnum()
    )[:50]
