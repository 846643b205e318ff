"""Comments gathered into issues: the rows of the response matrix."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet

from consultation.errors import AnswerPublished, NotAllowed, NothingChosen
from consultation.policies import may_coordinate
from consultation.records import Consultation, ConsultationComment, Issue, IssueNote
from consultation.services.submit import next_number
from consultation.services.tell_answer import tell_of_answer
from portal.accounts.services import record_audit
from portal.delivery.generation import raise_generation
from portal.stakeholders.models import Institution
from portal.work.clock import database_now


@transaction.atomic
def gather_comments(
    *,
    consultation: Consultation,
    by: Any,
    comments: Iterable[int],
    title_sq: str,
    title_en: str,
    theme: str = "",
    institution: Institution | None = None,
) -> Issue:
    """Make one issue of published comments, by their keys. Those that say the same as one of them come along."""
    if not may_coordinate(by):
        raise NotAllowed
    consultation = Consultation.objects.select_for_update(no_key=True).get(pk=consultation.pk)
    chosen = _published(consultation, comments)
    if not chosen:
        raise NothingChosen
    issue = Issue(
        consultation=consultation,
        number=next_number(Issue, consultation, "number"),
        title_sq=title_sq,
        title_en=title_en,
        theme=theme,
        institution=institution,
    )
    issue.full_clean()
    issue.save()
    issue.comments.add(*chosen)
    record_audit(actor=by, deed="consultation.gather", about=issue, detail={"comments": len(chosen)})
    return issue


@transaction.atomic
def change_issue(
    *, issue: Issue, by: Any, title_sq: str, title_en: str, theme: str, institution: Institution | None
) -> Issue:
    if not may_coordinate(by):
        raise NotAllowed
    issue = Issue.objects.select_for_update(of=("self",), no_key=True).get(pk=issue.pk)
    issue.title_sq, issue.title_en, issue.theme, issue.institution = title_sq, title_en, theme, institution
    issue.full_clean()
    issue.save()
    raise_generation()
    return issue


@transaction.atomic
def add_to_issue(*, issue: Issue, by: Any, comments: Iterable[int]) -> int:
    """Put further comments into an issue. Where its answer is out already, their authors are written to at once."""
    if not may_coordinate(by):
        raise NotAllowed
    issue = (
        Issue.objects.select_for_update(of=("self",), no_key=True)
        .select_related("consultation", "response")
        .get(pk=issue.pk)
    )
    chosen = _published(issue.consultation, comments).exclude(issues=issue)
    new = list(chosen.select_related("contribution__participant", "contribution__consultation", "provision"))
    if not new:
        raise NothingChosen
    issue.comments.add(*new)
    response = getattr(issue, "response", None)
    if response is not None and response.is_public:
        for comment in new:
            tell_of_answer(comment, response)
        raise_generation()
    record_audit(actor=by, deed="consultation.gather", about=issue, detail={"comments": len(new)})
    return len(new)


@transaction.atomic
def remove_from_issue(*, issue: Issue, by: Any, comment: ConsultationComment) -> None:
    """Take a comment out; an issue without comments and notes goes too."""
    if not may_coordinate(by):
        raise NotAllowed
    issue = Issue.objects.select_for_update(of=("self",), no_key=True).select_related("response").get(pk=issue.pk)
    response = getattr(issue, "response", None)
    if response is not None and response.is_public:
        raise AnswerPublished
    issue.comments.remove(comment)
    record_audit(actor=by, deed="consultation.ungather", about=issue, detail={"comment": comment.pk})
    if not issue.comments.exists() and not issue.notes.exists() and response is None:
        issue.delete()


@transaction.atomic
def write_note(*, issue: Issue, by: Any, text: str) -> IssueNote:
    """A word among the staff. It never leaves the desk."""
    if not may_coordinate(by):
        raise NotAllowed
    note = IssueNote(issue=issue, text=text, by=by, at=database_now())
    note.full_clean()
    note.save()
    return note


def _published(consultation: Consultation, keys: Iterable[int]) -> QuerySet[ConsultationComment]:
    keys = set(keys)
    return (
        ConsultationComment.objects.published()
        .filter(Q(pk__in=keys) | Q(same_as__in=keys), consultation=consultation)
        .order_by("number")
    )
