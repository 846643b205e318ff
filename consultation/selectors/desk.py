"""What lies on the desks of moderators and coordinators."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from consultation.records import AbuseReport, Consultation, ConsultationComment, Contribution
from consultation.selectors.comments import has_public_answer, public_answers_prefetch
from consultation.selectors.moments import working_calendar
from consultation.working_days import day_of
from portal.work.clock import database_now

MODERATION_DAYS = 2
"""Working days within which a comment is read before publication, as the form promises."""

MODERATED_SHOWN = 500


@dataclass(frozen=True)
class Queued:
    comment: ConsultationComment
    due_on: date
    is_overdue: bool


def moderation_queue(now: datetime | None = None) -> list[Queued]:
    """Confirmed comments that nobody has looked at, the longest waiting first, suspicious ones last."""
    today = day_of(now or database_now())
    calendar = working_calendar()
    waiting = for_moderators(ConsultationComment.objects.awaiting_moderation()).order_by(
        "contribution__suspicion", "contribution__confirmed_at", "pk"
    )
    queue = []
    for comment in waiting:
        confirmed_at = comment.contribution.confirmed_at
        assert confirmed_at is not None  # awaiting_moderation asks for it
        due = calendar.after(day_of(confirmed_at), MODERATION_DAYS)
        queue.append(Queued(comment, due, today > due))
    return queue


def moderated(state: str) -> list[Queued]:
    """The latest comments that were published or hidden, to look at once more."""
    looked_at = ConsultationComment.objects.filter(moderation=state, contribution__confirmed_at__isnull=False)
    today = day_of(database_now())
    return [Queued(each, today, False) for each in for_moderators(looked_at).order_by("-pk")[:MODERATED_SHOWN]]


def for_moderators(comments: QuerySet[ConsultationComment]) -> QuerySet[ConsultationComment]:
    """With everything that a moderator's screen shows of a comment."""
    return comments.select_related(
        "consultation",
        "contribution__participant",
        "contribution__category",
        "provision",
        "measure",
        "reply_to",
        "same_as",
    ).prefetch_related("consultation__pages__locale", "contribution__files")


def open_reports() -> QuerySet[AbuseReport]:
    """What readers reported of comments that are public, and nobody has looked at."""
    published = ConsultationComment.objects.published()
    return (
        AbuseReport.objects.filter(settled_at=None, comment__in=published)
        .select_related(
            "comment__consultation",
            "comment__contribution__participant",
            "comment__contribution__category",
            "comment__provision",
            "comment__measure",
            "comment__reply_to",
        )
        .order_by("reported_at", "pk")
    )


def moderation_due(contribution: Contribution) -> date | None:
    """By when a moderator reads it; unknown until the address is confirmed."""
    if contribution.confirmed_at is None:
        return None
    return working_calendar().after(day_of(contribution.confirmed_at), MODERATION_DAYS)


def published_for_answer(consultation: Consultation) -> QuerySet[ConsultationComment]:
    """All published comments: those that are owed an answer first."""
    return (
        ConsultationComment.objects.published()
        .filter(consultation=consultation)
        .select_related("contribution__participant", "contribution__category", "provision")
        .annotate(is_answered=has_public_answer())
        .prefetch_related(public_answers_prefetch())
        .order_by("is_answered", "number")
    )


def awaiting_answer(consultation: Consultation) -> QuerySet[ConsultationComment]:
    """Published comments that are owed an answer."""
    return (
        ConsultationComment.objects.published()
        .filter(~has_public_answer(), consultation=consultation)
        .select_related("contribution__participant", "contribution__category", "provision")
    )
