"""The desk of the response matrix: issues with their answers, and the comments that stand in none."""

from typing import Any

from django.db.models import Count, Exists, Min, OuterRef, QuerySet

from consultation.records import Consultation, ConsultationComment, Issue
from consultation.selectors.comments import public_answers_prefetch


def issues_of(consultation: Consultation) -> QuerySet[Issue]:
    return (
        Issue.objects.filter(consultation=consultation)
        .select_related("response", "institution")
        .annotate(comments_count=Count("comments"), first_number=Min("comments__number"))
        .order_by("number")
    )


def not_gathered(consultation: Consultation, chosen: dict[str, Any]) -> QuerySet[ConsultationComment]:
    """Published comments that stand in no issue yet, narrowed by what they are on or a word in them."""
    gathered = Issue.objects.filter(comments=OuterRef("pk"))
    comments = (
        ConsultationComment.objects.published()
        .filter(~Exists(gathered), consultation=consultation)
        .select_related(
            "contribution__participant", "contribution__category", "provision__version", "measure", "reply_to"
        )
        .order_by("number")
    )
    if provision := chosen.get("provision"):
        comments = comments.filter(provision=provision)
    if measure := chosen.get("measure"):
        comments = comments.filter(measure=measure)
    if words := chosen.get("words"):
        comments = comments.filter(text__icontains=words)
    return comments


def comments_of_issue(issue: Issue) -> QuerySet[ConsultationComment]:
    return (
        ConsultationComment.objects.published()
        .filter(issues=issue)
        .select_related(
            "contribution__participant", "contribution__category", "provision__version", "measure", "reply_to"
        )
        .prefetch_related(public_answers_prefetch())
        .order_by("number")
    )
