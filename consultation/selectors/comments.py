"""What the public says, as the public may read it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Prefetch, Q, QuerySet, Window
from django.db.models.functions import Coalesce, RowNumber

from consultation.records import Consultation, ConsultationComment, Issue, OfficialResponse, Provision
from consultation.selectors.visibility import visible_to

SHOWN_IN_MARGIN = 2


def visible_comments(user: Any) -> QuerySet[ConsultationComment]:
    """Published comments of the consultations that this reader may see, with what a template needs to show them."""
    return _with_author(ConsultationComment.objects.published().filter(consultation__in=visible_to(user)))


def comments_on_provision(provision: Provision) -> QuerySet[ConsultationComment]:
    return _with_author(ConsultationComment.objects.published().filter(provision=provision)).order_by("number")


def comments_on_whole(consultation: Consultation) -> QuerySet[ConsultationComment]:
    return _with_author(
        ConsultationComment.objects.published().filter(consultation=consultation, is_on_whole=True)
    ).order_by("number")


def first_comments(
    consultation: Consultation, provisions: Iterable[Provision]
) -> dict[int | None, list[ConsultationComment]]:
    """The earliest comments on each provision, by its key, as many as stand in the margin. None is the whole draft."""
    ranked = (
        ConsultationComment.objects.published()
        .filter(consultation=consultation)
        .filter(Q(provision__in=[provision.pk for provision in provisions]) | Q(is_on_whole=True))
        .annotate(rank=Window(RowNumber(), partition_by=F("provision"), order_by=F("number").asc()))
        .filter(rank__lte=SHOWN_IN_MARGIN)
        .values_list("pk", flat=True)
    )
    found: dict[int | None, list[ConsultationComment]] = {}
    for comment in _with_author(ConsultationComment.objects.filter(pk__in=ranked)).order_by("number"):
        comment.consultation = consultation
        found.setdefault(comment.provision_id, []).append(comment)
    return found


@dataclass
class CommentCounts:
    """Published comments and their answers, counted once for the whole page."""

    by_provision: Counter[int] = field(default_factory=Counter)
    answers: Counter[int] = field(default_factory=Counter)
    by_category: Counter[int] = field(default_factory=Counter)
    on_whole: int = 0
    answers_on_whole: int = 0

    @property
    def total(self) -> int:
        return self.by_category.total()

    @property
    def total_answers(self) -> int:
        return self.answers.total() + self.answers_on_whole


def comment_counts(consultation: Consultation) -> CommentCounts:
    """By provision, and by the top category that each author's own counts under."""
    rows = (
        ConsultationComment.objects.published()
        .filter(consultation=consultation)
        .order_by()
        .values("provision_id", top=Coalesce("contribution__category__parent_id", "contribution__category_id"))
        .annotate(comments=Count("pk"), answers=Count("pk", filter=has_public_answer()))
    )
    counts = CommentCounts()
    for row in rows:
        counts.by_category[row["top"]] += row["comments"]
        if row["provision_id"] is None:
            counts.on_whole += row["comments"]
            counts.answers_on_whole += row["answers"]
        else:
            counts.by_provision[row["provision_id"]] += row["comments"]
            counts.answers[row["provision_id"]] += row["answers"]
    return counts


def _with_author(comments: QuerySet[ConsultationComment]) -> QuerySet[ConsultationComment]:
    return comments.select_related(
        "consultation__institution",
        "contribution__participant",
        "contribution__category",
        "provision__version",
    ).prefetch_related(public_answers_prefetch())


def public_answers_prefetch() -> "Prefetch[Any]":
    """What a comment shows of the response matrix: only what was published, in `answered_issues`."""
    answered = Issue.objects.filter(response__published_at__isnull=False).select_related("response")
    return Prefetch("issues", queryset=answered, to_attr="answered_issues")


def has_public_answer() -> Exists:
    """Whether an answer to any of its issues is out. For querysets of comments."""
    return Exists(Issue.objects.filter(comments=OuterRef("pk"), response__published_at__isnull=False))


def public_answers(comment: ConsultationComment) -> list[OfficialResponse]:
    """The published answers to a comment that was read with `public_answers_prefetch`."""
    return [issue.response for issue in comment.answered_issues]  # type: ignore[attr-defined]


def own_answer(comment: ConsultationComment) -> OfficialResponse | None:
    """The answer to this comment alone: that of its issue without a title."""
    return OfficialResponse.objects.filter(issue__comments=comment, issue__title_sq="").first()
