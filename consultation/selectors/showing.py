"""A comment and its answer as the components show them, in the reader's language."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from consultation.records import ConsultationComment, OfficialResponse
from consultation.selectors.comments import public_answers


@dataclass(frozen=True)
class ShownAnswer:
    anchor: str
    to_url: str
    to_name: str
    who: str
    verdict: str
    reason: str
    given: datetime
    lang: str
    example: bool


@dataclass(frozen=True)
class ShownComment:
    """What components/comment.html takes. Never an e-mail address."""

    anchor: str
    number: int
    who: str
    category: str
    category_name: str
    sent: datetime
    lang: str
    text: str
    wording: str
    url: str
    on_url: str = ""
    on_name: str = ""
    answers: list[ShownAnswer] = field(default_factory=list)


def shown_comment(comment: ConsultationComment, *, names_target: bool = False, answered: bool = True) -> ShownComment:
    contribution = comment.contribution
    on_url, on_name = _target(comment) if names_target else ("", "")
    return ShownComment(
        anchor=f"k-{comment.number}",
        number=comment.number,
        who=contribution.shown_name or _("Without a name"),
        category=contribution.category.code,
        category_name=contribution.category.name,
        sent=contribution.sent_at,
        lang=comment.language,
        text=comment.text,
        wording=comment.proposed_wording,
        url=comment_url(comment),
        on_url=on_url,
        on_name=on_name,
        answers=[shown_answer(comment, each) for each in public_answers(comment)] if answered else [],
    )


def shown_answer(comment: ConsultationComment, response: OfficialResponse) -> ShownAnswer:
    reason = response.reason
    return ShownAnswer(
        anchor=f"a-{comment.number}",
        to_url=comment_url(comment),
        to_name=_("comment %(number)s") % {"number": comment.number},
        who=comment.consultation.institution.name,
        verdict=response.get_decision_display(),
        reason=reason,
        given=response.published_at or response.answered_at,
        lang=reason.language,
        example=comment.consultation.is_example,
    )


def comment_url(comment: ConsultationComment) -> str:
    return reverse("consultation:comment", args=[comment.consultation.number, comment.number])


def provision_name(provision: Any) -> str:
    """How a provision is called in a sentence: "Provision 5: Purpose"."""
    name = _("Provision %(label)s") % {"label": provision.label} if provision.label else _("Provision")
    return f"{name}: {provision.heading}" if provision.heading else name


def _target(comment: ConsultationComment) -> tuple[str, str]:
    number = comment.consultation.number
    provision = comment.provision
    if provision is None:
        return reverse("consultation:consultation", args=[number]), _("On the whole text")
    return (
        reverse("consultation:provision", args=[number, provision.version.number, provision.anchor]),
        provision_name(provision),
    )
