"""The one door of this room: what somebody may read. A part is as visible as its review."""

from typing import Any

from django.db.models import QuerySet

from library.publications.selectors import open_to
from library.reviews.policies import may_read_unpublished
from library.reviews.records import Finding, Recommendation, Review


def visible_to(user: Any) -> QuerySet[Review]:
    """Reviews whose Albanian page is open to this reader; those who work on them see all."""
    return Review.objects.all() if may_read_unpublished(user) else open_to(user, Review.objects.all())


def findings_visible_to(user: Any) -> QuerySet[Finding]:
    return Finding.objects.filter(review__in=visible_to(user))


def recommendations_visible_to(user: Any) -> QuerySet[Recommendation]:
    return Recommendation.objects.filter(review__in=visible_to(user))
