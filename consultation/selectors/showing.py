"""A comment and its answer as the components show them, in the reader's language."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.template.defaultfilters import filesizeformat
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
    reason: str = ""
    on_url: str = ""
    on_name: str = ""
    answers: list[ShownAnswer] = field(default_factory=list)
    state: str = ""
    state_text: str = ""
    supporters: int = 0
    repeated: int = 0
    papers: list[dict[str, Any]] = field(default_factory=list)
    translations: list[Any] = field(default_factory=list)
    replies: list["ShownComment"] = field(default_factory=list)
    reply_url: str = ""
    support_url: str = ""
    report_url: str = ""


def shown_comment(
    comment: ConsultationComment,
    *,
    names_target: bool = False,
    answered: bool = True,
    in_full: bool = False,
    is_open: bool = False,
) -> ShownComment:
    """As components show it; `in_full` with what stands beside a comment that was read with `with_company`."""
    contribution = comment.contribution
    on_url, on_name = comment_target(comment) if names_target else ("", "")
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
        reason=comment.reason,
        answers=[shown_answer(comment, each) for each in public_answers(comment)] if answered else [],
        **(_company(comment, is_open) if in_full else {}),
    )


def _company(comment: ConsultationComment, is_open: bool) -> dict[str, Any]:
    place = [comment.consultation.number, comment.number]
    may_be_joined = is_open and comment.reply_to_id is None
    read: Any = comment
    return {
        "supporters": getattr(read, "supporters", 0),
        "repeated": getattr(read, "repeated", 0),
        "papers": [_paper(comment, each) for each in getattr(comment.contribution, "papers", [])],
        "translations": list(comment.translations.all()),
        "replies": [shown_comment(each) for each in getattr(read, "published_replies", [])],
        "reply_url": reverse("consultation:reply", args=place) if may_be_joined else "",
        "support_url": reverse("consultation:support", args=place) if may_be_joined else "",
        "report_url": reverse("consultation:report_abuse", args=place),
    }


def _paper(comment: ConsultationComment, paper: Any) -> dict[str, Any]:
    """A position paper as components/files.html takes it."""
    place = [comment.consultation.number, comment.number, paper.pk]
    kind = paper.name.rpartition(".")[2].upper()
    return {
        "name": paper.name,
        "url": reverse("consultation:paper", args=place),
        "note": _("The comment is taken from its page %(page)s.") % {"page": comment.paper_page}
        if comment.paper_id == paper.pk
        else "",
        "kind": kind,
        "size": filesizeformat(paper.size),
    }


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
    """How a provision is called in a sentence: "Provision 5: Purpose", "Section II: Principles"."""
    if provision.is_heading:
        name = _("Section %(label)s") % {"label": provision.label} if provision.label else _("Section")
        return f"{name}: {provision.heading}" if provision.heading else name
    name = _("Provision %(label)s") % {"label": provision.label} if provision.label else _("Provision")
    return f"{name}: {provision.heading}" if provision.heading else name


def comment_target(comment: ConsultationComment) -> tuple[str, str]:
    number = comment.consultation.number
    provision = comment.provision
    if provision is not None:
        address = reverse("consultation:provision", args=[number, provision.version.number, provision.anchor])
        return address, provision_name(provision)
    home = reverse("consultation:consultation", args=[number])
    if comment.reply_to is not None:
        return reverse("consultation:comment", args=[number, comment.reply_to.number]), target_name(comment)
    return home, target_name(comment)


def target_name(comment: ConsultationComment) -> str:
    """What a comment is on, in a word or two."""
    if comment.provision is not None:
        return provision_name(comment.provision)
    if comment.measure is not None:
        return measure_name(comment.measure)
    if comment.reply_to is not None:
        return _("Reply to comment %(number)s") % {"number": comment.reply_to.number}
    return whole_name()


def measure_name(measure: Any) -> str:
    return _("Measure %(code)s: %(name)s") % {"code": measure.code, "name": measure.name}


def whole_name() -> str:
    return _("The whole text")
