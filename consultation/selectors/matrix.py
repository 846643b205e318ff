"""The response matrix: the issues raised, the comments that raise them, and what was decided."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Prefetch, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from consultation.enums import Decision
from consultation.records import Consultation, ConsultationComment, Issue, OfficialResponse
from consultation.selectors.comments import public_answers, public_answers_prefetch
from consultation.selectors.showing import comment_url, provision_name, target_name

SHOWN_WHOLE = 3
"""Comments of an issue that the page shows in full; the others are linked."""


@dataclass(frozen=True)
class ShownIssue:
    """An answered issue as the page of the matrix shows it; `response` is what components/answer.html takes."""

    anchor: str
    title: str
    lang: str
    theme: str
    response: dict[str, Any]
    first: list[ConsultationComment]
    others: list[dict[str, Any]]
    count: int


def public_issues(consultation: Consultation) -> QuerySet[Issue]:
    """Issues whose answer is published."""
    return (
        Issue.objects.filter(consultation=consultation, response__published_at__isnull=False)
        .select_related("response__resulting_provision__version", "institution")
        .order_by("number")
    )


def filtered_issues(consultation: Consultation, decisions: list[str], provisions: list[str]) -> QuerySet[Issue]:
    found = public_issues(consultation)
    if decisions:
        found = found.filter(response__decision__in=decisions)
    if provisions:
        on = ConsultationComment.objects.published().filter(consultation=consultation, provision__anchor__in=provisions)
        found = found.filter(comments__in=on).distinct()
    return found.prefetch_related(_published_prefetch())


def _published_prefetch() -> "Prefetch[Any]":
    published = ConsultationComment.objects.published().select_related(
        "consultation__institution",
        "contribution__participant",
        "contribution__category",
        "provision__version",
        "measure",
        "reply_to",
    )
    return Prefetch("comments", queryset=published.order_by("number"), to_attr="published_comments")


def shown_issue(issue: Issue, consultation: Consultation) -> ShownIssue:
    comments = issue.published_comments  # type: ignore[attr-defined]
    title = issue_title(issue, comments)
    return ShownIssue(
        anchor=f"issue-{issue.number}",
        title=title,
        lang=getattr(title, "language", ""),
        theme=issue.theme,
        response=shown_response(issue.response, consultation),
        first=comments[:SHOWN_WHOLE],
        others=[{"number": each.number, "url": comment_url(each)} for each in comments[SHOWN_WHOLE:]],
        count=len(comments),
    )


def issue_title(issue: Issue, comments: list[ConsultationComment]) -> str:
    """Its own title, or for the issue of one comment what that is on."""
    if issue.title_sq:
        return issue.title
    return target_name(comments[0]) if comments else _("Comments that were taken back")


def shown_response(response: OfficialResponse, consultation: Consultation) -> dict[str, Any]:
    reason, changed = response.reason, response.resulting_provision
    shown: dict[str, Any] = {
        "who": response.issue.institution.name if response.issue.institution else consultation.institution.name,
        "verdict": response.get_decision_display(),
        "reason": reason,
        "lang": reason.language,
        "given": response.published_at,
        "example": consultation.is_example,
    }
    if changed is not None:
        shown["change_name"] = changed_name(response)
        shown["change_url"] = reverse(
            "consultation:provision", args=[consultation.number, changed.version.number, changed.anchor]
        )
    return shown


def changed_name(response: OfficialResponse) -> str:
    changed = response.resulting_provision
    if changed is None:
        return ""
    return _("%(provision)s, draft %(number)s") % {
        "provision": provision_name(changed),
        "number": changed.version.number,
    }


def matrix_facets(consultation: Consultation, decisions: list[str], provisions: list[str]) -> list[dict[str, Any]]:
    by_decision: Counter[str] = Counter(public_issues(consultation).values_list("response__decision", flat=True))
    rows = (
        ConsultationComment.objects.published()
        .filter(consultation=consultation, issues__response__published_at__isnull=False, provision__isnull=False)
        .values("provision__anchor", "provision__label", "provision__heading_sq", "provision__position")
        .annotate(found=Count("issues", distinct=True))
        .order_by("provision__position")
    )
    on = {
        row["provision__anchor"]: (row["provision__label"] or row["provision__heading_sq"][:60], row["found"])
        for row in rows
    }
    groups = [
        {
            "name": "decision",
            "legend": _("Decision"),
            "options": [
                {"value": each.value, "label": each.label, "count": by_decision[each], "checked": each in decisions}
                for each in Decision
                if by_decision[each] or each in decisions
            ],
        },
        {
            "name": "provision",
            "legend": _("Provision"),
            "options": [
                {"value": anchor, "label": label, "count": found, "checked": anchor in provisions}
                for anchor, (label, found) in on.items()
            ],
        },
    ]
    return [group for group in groups if group["options"]]


@dataclass(frozen=True)
class MatrixRow:
    """One published comment with one of its published answers, or with none yet. Nothing of it is personal data."""

    comment: ConsultationComment
    response: OfficialResponse | None

    @property
    def issue_title(self) -> str:
        return self.response.issue.title if self.response else ""

    @property
    def decision(self) -> str:
        return self.response.decision if self.response else ""


ROWS_AT_ONCE = 500


def matrix_rows(consultation: Consultation) -> Iterator[MatrixRow]:
    """Every published comment, read in portions: five thousand take the memory of five hundred."""
    comments = (
        ConsultationComment.objects.published()
        .filter(consultation=consultation)
        .select_related(
            "contribution__participant", "contribution__category", "provision__version", "measure", "reply_to"
        )
        .prefetch_related(public_answers_prefetch())
        .annotate(supports_count=Count("supports", filter=Q(supports__confirmed_at__isnull=False)))
        .order_by("number")
    )
    for comment in comments.iterator(chunk_size=ROWS_AT_ONCE):
        answers = public_answers(comment)
        if not answers:
            yield MatrixRow(comment, None)
        for response in answers:
            yield MatrixRow(comment, response)
