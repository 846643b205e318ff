"""What the public says, as the public may read it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Prefetch, Q, QuerySet, Subquery, Window
from django.db.models.functions import Coalesce, RowNumber

from consultation.enums import Moderation
from consultation.records import (
    Consultation,
    ConsultationComment,
    ContributionFile,
    Issue,
    OfficialResponse,
    Provision,
    Support,
)
from consultation.selectors.visibility import visible_to

SHOWN_IN_MARGIN = 2


def visible_comments(user: Any) -> QuerySet[ConsultationComment]:
    """Published comments of the consultations that this reader may see, with what a template needs to show them."""
    return with_author(ConsultationComment.objects.published().filter(consultation__in=visible_to(user)))


def comments_on_provision(provision: Provision, *, ancestors: Iterable[int] = ()) -> QuerySet[ConsultationComment]:
    """What is said on it, on the measures that it names, and on the provisions of earlier drafts that live on in it."""
    on_it = Q(provision__in=[provision.pk, *ancestors]) | Q(
        consultation=provision.version.consultation_id, measure__in=provision.measures.all()
    )
    return with_company(with_author(ConsultationComment.objects.published().filter(on_it))).order_by("number")


def comments_on_whole(consultation: Consultation) -> QuerySet[ConsultationComment]:
    return with_company(
        with_author(ConsultationComment.objects.published().filter(consultation=consultation, is_on_whole=True))
    ).order_by("number")


def with_company(
    comments: QuerySet[ConsultationComment], *, shows_repeats: bool = False
) -> QuerySet[ConsultationComment]:
    """With what stands beside a comment where it is read: replies, papers, translations, supporters, and others who said
    the same. Whoever repeats what is published already is counted there and not shown again."""
    published = ConsultationComment.objects.published()
    repeats = published.filter(same_as=OuterRef("pk"))
    if not shows_repeats:
        comments = comments.exclude(same_as__in=published.values("pk"))
    return comments.annotate(
        supporters=_number_of(Support.objects.filter(comment=OuterRef("pk"), confirmed_at__isnull=False), "comment"),
        repeated=_number_of(repeats, "same_as"),
    ).prefetch_related(
        "translations",
        Prefetch("contribution__files", ContributionFile.objects.filter(is_scan=False), to_attr="papers"),
        Prefetch("replies", with_author(published).order_by("number"), to_attr="published_replies"),
    )


def once_public(consultation: Consultation) -> QuerySet[ConsultationComment]:
    """What has an address of its own: everything confirmed that a moderator has looked at, whatever became of it."""
    looked_at = ConsultationComment.objects.filter(consultation=consultation, contribution__confirmed_at__isnull=False)
    read = with_author(looked_at.exclude(moderation=Moderation.PENDING)).select_related("same_as")
    return with_company(read, shows_repeats=True)


def supporting_organisations(comment: ConsultationComment) -> list[str]:
    """Who signs along with a comment. A person who supports it is counted and not named."""
    signed = comment.supports.filter(confirmed_at__isnull=False).exclude(organisation_name="")
    return list(signed.order_by("organisation_name").values_list("organisation_name", flat=True))


def _number_of(rows: QuerySet[Any], by: str) -> Coalesce:
    return Coalesce(Subquery(rows.order_by().values(by).annotate(number=Count("pk")).values("number")), 0)


def first_comments(
    consultation: Consultation, shown_at: Mapping[int, int]
) -> dict[int | None, list[ConsultationComment]]:
    """The earliest comments on each provision, as many as stand in the margin. None is the whole draft.

    `shown_at` says for the key of each provision, of this draft or an earlier one, at which key its comments show.
    """
    ranked = (
        ConsultationComment.objects.published()
        .filter(consultation=consultation)
        .filter(Q(provision__in=list(shown_at)) | Q(is_on_whole=True))
        .annotate(rank=Window(RowNumber(), partition_by=F("provision"), order_by=F("number").asc()))
        .filter(rank__lte=SHOWN_IN_MARGIN)
        .values_list("pk", flat=True)
    )
    found: dict[int | None, list[ConsultationComment]] = {}
    for comment in with_author(ConsultationComment.objects.filter(pk__in=ranked)).order_by("number"):
        comment.consultation = consultation
        at = None if comment.provision_id is None else shown_at[comment.provision_id]
        if len(found.setdefault(at, [])) < SHOWN_IN_MARGIN:
            found[at].append(comment)
    return found


@dataclass
class CommentCounts:
    """Published comments and their answers, counted once for the whole page."""

    by_provision: Counter[int] = field(default_factory=Counter)
    answers: Counter[int] = field(default_factory=Counter)
    by_category: Counter[int] = field(default_factory=Counter)
    on_whole: int = 0
    answers_elsewhere: int = 0

    @property
    def total(self) -> int:
        return self.by_category.total()

    @property
    def total_answers(self) -> int:
        return self.answers.total() + self.answers_elsewhere


def comment_counts(consultation: Consultation) -> CommentCounts:
    """By provision, and by the top category that each author's own counts under."""
    rows = (
        ConsultationComment.objects.published()
        .filter(consultation=consultation)
        .order_by()
        .values(
            "provision_id",
            "is_on_whole",
            top=Coalesce("contribution__category__parent_id", "contribution__category_id"),
        )
        .annotate(comments=Count("pk"), answers=Count("pk", filter=has_public_answer()))
    )
    counts = CommentCounts()
    for row in rows:
        counts.by_category[row["top"]] += row["comments"]
        if row["provision_id"] is None:
            counts.on_whole += row["comments"] if row["is_on_whole"] else 0
            counts.answers_elsewhere += row["answers"]
        else:
            counts.by_provision[row["provision_id"]] += row["comments"]
            counts.answers[row["provision_id"]] += row["answers"]
    return counts


def with_author(comments: QuerySet[ConsultationComment]) -> QuerySet[ConsultationComment]:
    return comments.select_related(
        "consultation__institution",
        "contribution__participant",
        "contribution__category",
        "provision__version",
        "measure",
        "reply_to",
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
