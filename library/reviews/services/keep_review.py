"""Making a review with its findings and recommendations, changing it, publishing it and taking it away."""

from collections.abc import Mapping
from typing import Any

from django.db import models, transaction

from library.publications.services.record_pages import (
    delete_pages,
    make_pages,
    page_words,
    publish_pages,
    rename_pages,
    unpublish_pages,
)
from library.reviews.errors import NotTheSecretariat, StillConsulted
from library.reviews.pages import RecommendationIndexPage, ReviewPage
from library.reviews.policies import may_keep_reviews
from library.reviews.records import Answer, Evidence, Finding, PolicyChange, Recommendation, Review
from library.reviews.services.drafts import Facts, FindingDraft, RecommendationDraft, ReviewDraft
from library.reviews.services.keep_part import write_part
from portal.delivery.generation import raise_generation
from portal.languages.enums import SOURCE_LANGUAGE, Language
from portal.search.services import queue_reindex

Words = Mapping[Language, Mapping[str, Any]]


@transaction.atomic
def keep_review(
    *,
    code: str,
    draft: ReviewDraft,
    words: Words | None = None,
    slugs: Mapping[Language, str] | None = None,
    user: Any = None,
) -> Review:
    """Make a review with everything in it and both its draft pages, or find the one that has this code already."""
    if not may_keep_reviews(user):
        raise NotTheSecretariat
    existing = Review.objects.filter(code=code).first()
    if existing is not None:
        return existing
    review = Review(code=code, **draft.facts)
    review.full_clean()
    review.save()
    for position, finding in enumerate(draft.findings):
        _keep_finding(review, position, finding)
    for position, recommendation in enumerate(draft.recommendations):
        _keep_recommendation(review, position, recommendation)
    parent = RecommendationIndexPage.objects.get(locale__language_code=SOURCE_LANGUAGE)
    make_pages(ReviewPage, parent, review, page_words(_titles(review), words or {}, slugs or {}), user)
    return review


def _keep_finding(review: Review, position: int, draft: FindingDraft) -> None:
    finding = write_part(Finding(review=review, position=position), draft.facts)
    for place, row in enumerate(draft.evidence):
        write_part(Evidence(finding=finding, position=place), row)


def _keep_recommendation(review: Review, position: int, draft: RecommendationDraft) -> None:
    finding = review.findings.get(number=draft.finding) if draft.finding else None
    facts = {**draft.facts, "measures": draft.measures}
    recommendation = write_part(Recommendation(review=review, position=position, finding=finding), facts)
    if draft.answer is not None:
        write_part(Answer(recommendation=recommendation), draft.answer)
    for row in draft.changes:
        write_part(PolicyChange(recommendation=recommendation), row)


@transaction.atomic
def change_review(*, review: Review, facts: Facts, words: Words | None = None, user: Any = None) -> Review:
    """Write new facts, and with them the pages' titles. Words that are given go out at once if the pages are live."""
    if not may_keep_reviews(user):
        raise NotTheSecretariat
    review = Review.objects.select_for_update(of=("self",)).get(pk=review.pk)
    for name, value in facts.items():
        setattr(review, name, value)
    review.full_clean()
    review.save()
    rename_pages(review, _titles(review), words or {}, user)
    tell_review(review)
    return review


@transaction.atomic
def publish_review(*, review: Review, user: Any = None) -> None:
    if not may_keep_reviews(user):
        raise NotTheSecretariat
    publish_pages(review, user)
    tell_review(review)


@transaction.atomic
def unpublish_review(*, review: Review, user: Any = None) -> None:
    if not may_keep_reviews(user):
        raise NotTheSecretariat
    unpublish_pages(review, user)
    tell_review(review)


@transaction.atomic
def remove_review(*, review: Review, user: Any = None) -> None:
    """Take a review away with everything in it. Refused while a consultation puts it out."""
    if not may_keep_reviews(user):
        raise NotTheSecretariat
    tell_review(review)
    delete_pages(review)
    try:
        review.delete()
    except (models.ProtectedError, models.RestrictedError) as refusal:
        raise StillConsulted from refusal


def tell_review(review: Review) -> None:
    """A review's visibility is that of all its parts."""
    queue_reindex("review", review.pk)
    queue_reindex("finding", *review.findings.values_list("pk", flat=True))
    queue_reindex("recommendation", *review.recommendations.values_list("pk", flat=True))
    raise_generation()


def _titles(review: Review) -> dict[Language, str]:
    return {Language.ALBANIAN: review.name_sq, Language.ENGLISH: review.name_en}
