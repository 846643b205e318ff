"""What of this room can be found: reviews, their findings and recommendations."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from library.publications.selectors import address_of, pages_ahead, words_of
from library.reviews.pages import ReviewPage
from library.reviews.records import Finding, Recommendation, Review
from library.reviews.selectors import (
    finding_address,
    findings_visible_to,
    recommendation_address,
    recommendations_visible_to,
    visible_to,
)
from portal.languages.enums import Language
from portal.search.searchable import SearchEntry


class Reviews:
    kind = "review"
    label = gettext_lazy("Reviews")

    def entries(self, keys: Iterable[int] | None = None) -> Iterator[SearchEntry]:
        reviews = visible_to(None) if keys is None else visible_to(None).filter(pk__in=list(keys))
        for review in reviews.select_related("institution").prefetch_related(pages_ahead(Review)):
            for language in Language:
                with override(language):
                    yield _review(review, language)

    def visible(self, user: Any, keys: Iterable[int]) -> set[int]:
        return set(visible_to(user).filter(pk__in=list(keys)).values_list("pk", flat=True))

    def keys_of(self, page: Any) -> Iterable[int]:
        return [page.record_id] if isinstance(page, ReviewPage) else []


class Findings:
    kind = "finding"
    label = gettext_lazy("Findings")

    def entries(self, keys: Iterable[int] | None = None) -> Iterator[SearchEntry]:
        findings = findings_visible_to(None) if keys is None else findings_visible_to(None).filter(pk__in=list(keys))
        for finding in findings.select_related("review__institution").prefetch_related("evidence"):
            for language in Language:
                with override(language):
                    yield _finding(finding, language)

    def visible(self, user: Any, keys: Iterable[int]) -> set[int]:
        return set(findings_visible_to(user).filter(pk__in=list(keys)).values_list("pk", flat=True))

    def keys_of(self, page: Any) -> Iterable[int]:
        if not isinstance(page, ReviewPage):
            return []
        return Finding.objects.filter(review=page.record_id).values_list("pk", flat=True)


class Recommendations:
    kind = "recommendation"
    label = gettext_lazy("Recommendations")

    def entries(self, keys: Iterable[int] | None = None) -> Iterator[SearchEntry]:
        visible = recommendations_visible_to(None)
        chosen = visible if keys is None else visible.filter(pk__in=list(keys))
        for recommendation in chosen.select_related("review", "addressee", "answer").prefetch_related("changes"):
            for language in Language:
                with override(language):
                    yield _recommendation(recommendation, language)

    def visible(self, user: Any, keys: Iterable[int]) -> set[int]:
        return set(recommendations_visible_to(user).filter(pk__in=list(keys)).values_list("pk", flat=True))

    def keys_of(self, page: Any) -> Iterable[int]:
        if not isinstance(page, ReviewPage):
            return []
        return Recommendation.objects.filter(review=page.record_id).values_list("pk", flat=True)


def _review(review: Review, language: Language) -> SearchEntry:
    page: Any = words_of(review)
    is_told = page is not None and page.locale.language_code == language
    return SearchEntry(
        key=review.pk,
        language=language.value,
        title=str(review.name),
        text=f"{page.summary}\n{_plain(str(page.body))}" if is_told else "",
        url=address_of(review),
        date=review.published_on,
        institution=review.institution.code if review.institution else "",
        is_example=review.is_example,
    )


def _finding(finding: Finding, language: Language) -> SearchEntry:
    review = finding.review
    texts = [_plain(finding.text), *(str(evidence.text) for evidence in finding.evidence.all())]
    return SearchEntry(
        key=finding.pk,
        language=language.value,
        title=_("Finding %(number)s: %(heading)s") % {"number": finding.number, "heading": finding.heading},
        text="\n".join(texts),
        url=finding_address(finding),
        date=review.published_on,
        institution=review.institution.code if review.institution else "",
        is_example=review.is_example,
    )


def _recommendation(recommendation: Recommendation, language: Language) -> SearchEntry:
    answer = getattr(recommendation, "answer", None)
    texts = [_plain(recommendation.text), str(answer.reason) if answer else ""]
    texts += [str(change.text) for change in recommendation.changes.all()]
    named = {"number": recommendation.number, "heading": recommendation.heading}
    return SearchEntry(
        key=recommendation.pk,
        language=language.value,
        title=_("Recommendation %(number)s: %(heading)s") % named,
        text="\n".join(text for text in texts if text),
        url=recommendation_address(recommendation),
        date=recommendation.review.published_on,
        institution=recommendation.addressee.code if recommendation.addressee else "",
        is_example=recommendation.review.is_example,
    )


def _plain(text: str) -> str:
    return strip_tags(text.replace("<", " <"))


SEARCHABLES = (Reviews(), Findings(), Recommendations())
