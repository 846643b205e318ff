"""The response matrix as rows of a table, as JSON and as a paper."""

import json
from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from consultation.enums import Decision
from consultation.records import Consultation, ConsultationComment
from consultation.selectors.matrix import (
    MatrixRow,
    changed_name,
    filtered_issues,
    issue_title,
    matrix_rows,
    shown_response,
)
from consultation.selectors.showing import target_name
from consultation.selectors.visibility import title_of
from consultation.working_days import day_of
from portal.delivery.papers import Block, Facts, Heading, Paper, Quote, Text
from portal.languages.enums import active_language


def matrix_table(consultation: Consultation) -> Iterator[list[str | int | None]]:
    """Names of the columns, then a row for each comment and answer."""
    yield [
        _("Comment"),
        _("Sent on"),
        _("Channel"),
        _("Category"),
        _("Who"),
        _("Language"),
        _("On"),
        _("Text"),
        _("Proposed wording"),
        _("Reason given"),
        _("Supported by"),
        _("Issue"),
        _("Title of the issue"),
        _("Decision"),
        _("Official reason"),
        _("Provision that changed"),
    ]
    for row in matrix_rows(consultation):
        comment, response = row.comment, row.response
        yield [
            comment.number,
            day_of(comment.contribution.sent_at).isoformat(),
            str(comment.contribution.get_channel_display()),
            comment.contribution.category.name,
            comment.contribution.shown_name,
            comment.language,
            target_name(comment),
            comment.text,
            comment.proposed_wording,
            comment.reason,
            getattr(comment, "supports_count", 0),
            response.issue.number if response else None,
            row.issue_title,
            str(response.get_decision_display()) if response else "",
            response.reason if response else "",
            changed_name(response) if response else "",
        ]


def matrix_json(consultation: Consultation) -> Iterator[bytes]:
    """A JSON document piece by piece. Names and values of fields are those of the codebook, in every language the same."""
    head = {
        "schema": "matrix/1",
        "consultation": consultation.number,
        "title": title_of(consultation),
        "is_example": consultation.is_example,
        "licence": consultation.licence,
        "decisions": {each.value: {"label": str(each.label), "counts_as": each.counts_as} for each in Decision},
    }
    yield json.dumps(head, ensure_ascii=False).removesuffix("}").encode() + b', "rows": ['
    separator = b"\n"
    for row in matrix_rows(consultation):
        yield separator + json.dumps(told_row(row), ensure_ascii=False).encode()
        separator = b",\n"
    yield b"\n]}\n"


def told_row(row: MatrixRow) -> dict[str, Any]:
    comment, response = row.comment, row.response
    told = {
        "comment": comment.number,
        "sent_on": day_of(comment.contribution.sent_at).isoformat(),
        "channel": comment.contribution.channel,
        "category": comment.contribution.category.code,
        "who": comment.contribution.shown_name,
        "language": comment.language,
        "provision": comment.provision.anchor if comment.provision else None,
        "draft": comment.provision.version.number if comment.provision else None,
        "measure": comment.measure.code if comment.measure else None,
        "reply_to": comment.reply_to.number if comment.reply_to else None,
        "text": comment.text,
        "proposed_wording": comment.proposed_wording,
        "reason": comment.reason,
        "supports": getattr(comment, "supports_count", 0),
    }
    if response is not None:
        told |= {
            "issue": response.issue.number,
            "issue_title_sq": response.issue.title_sq,
            "issue_title_en": response.issue.title_en,
            "decision": response.decision,
            "official_reason_sq": response.reason_sq,
            "official_reason_en": response.reason_en,
            "changed_provision": response.resulting_provision.anchor if response.resulting_provision else None,
        }
    return told


def matrix_paper(consultation: Consultation, *, cites_only: bool = False) -> Paper:
    """Issue by issue: what was said, what was decided and why. `cites_only` names comments by their number."""
    language = active_language()
    return Paper(
        title=_("Answers: %(title)s") % {"title": title_of(consultation)},
        lang=language.value,
        author=settings.PORTAL_NAME[language],
        above=f"{settings.PORTAL_NAME[language]} · {_('Consultation no. %(number)s') % {'number': consultation.number}}",
        notice=_("This is an example. It is no text of an institution.") if consultation.is_example else "",
        blocks=_issue_blocks(consultation, cites_only),
    )


def _issue_blocks(consultation: Consultation, cites_only: bool) -> Iterator[Block]:
    if cites_only:
        yield Text(
            _("There are too many comments to print them here. They are named by number; the table has their words.")
        )
    for issue in filtered_issues(consultation, [], []).iterator(chunk_size=100):
        comments: list[ConsultationComment] = issue.published_comments  # type: ignore[attr-defined]
        title = issue_title(issue, comments)
        shown = shown_response(issue.response, consultation)
        yield Heading(f"{issue.number}. {title}", lang=getattr(title, "language", ""))
        yield Facts(
            tuple(
                (name, text)
                for name, text in (
                    (_("Decision"), shown["verdict"]),
                    (_("Answered by"), shown["who"]),
                    (_("Published on"), date_format(day_of(shown["given"]))),
                    (_("Provision that changed"), shown.get("change_name", "")),
                )
                if text
            )
        )
        yield Text(shown["reason"], lang=shown["lang"])
        if cites_only:
            numbers = ", ".join(str(comment.number) for comment in comments)
            yield Text(_("Comments: %(numbers)s") % {"numbers": numbers})
            continue
        for comment in comments:
            yield Heading(_("Comment %(number)s") % {"number": comment.number}, level=3)
            yield Text(_by_line(comment))
            yield Quote(comment.text, lang=comment.language)
            if comment.proposed_wording:
                yield Text(_("The wording that is proposed:"))
                yield Quote(comment.proposed_wording, lang=comment.language)


def _by_line(comment: ConsultationComment) -> str:
    contribution = comment.contribution
    return " · ".join(filter(None, [contribution.shown_name, contribution.category.name, target_name(comment)]))
