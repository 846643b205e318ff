"""The report as a paper: the same for PDF and Word."""

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from consultation.enums import Channel, Decision
from consultation.records import Consultation, ConsultationReport
from consultation.selectors.report import decisions_in
from consultation.selectors.report_words import spoken
from consultation.selectors.visibility import title_of
from consultation.working_days import day_of
from portal.delivery.papers import Block, Facts, Heading, Paper, Table, Text
from portal.languages.enums import active_language


def report_paper(consultation: Consultation, report: ConsultationReport) -> Paper:
    language = active_language()
    published = report.published_at
    return Paper(
        title=_("Report of the consultation: %(title)s") % {"title": title_of(consultation)},
        lang=language.value,
        author=consultation.institution.name,
        above=" · ".join(
            filter(
                None,
                [
                    settings.PORTAL_NAME[language],
                    _("Consultation no. %(number)s") % {"number": consultation.number},
                    date_format(day_of(published)) if published else _("Draft of the report"),
                ],
            )
        ),
        notice=_("This is an example. It is no text of an institution.") if consultation.is_example else "",
        blocks=tuple(_blocks(consultation, report)),
    )


def _blocks(consultation: Consultation, report: ConsultationReport) -> Iterator[Block]:
    figures = report.figures
    yield Facts(((_("Institution"), consultation.institution.name),))
    yield Heading(_("Course of the consultation"))
    yield Text(report.course, lang=report.course.language)
    yield Heading(_("Who took part"))
    yield Table(
        _("People and comments"), (_("What is counted"), _("Number"), _("What it means")), tuple(counted(figures))
    )
    yield Table(
        _("By stakeholder category"),
        (_("Category"), _("Commenters"), _("Comments")),
        tuple(
            (spoken(each, "name"), str(each["commenters"]), str(each["comments"]))
            for each in figures["part"]["categories"]
        ),
    )
    yield Table(_("By channel"), (_("Channel"), _("Comments")), tuple(by_channel(figures)))
    yield Heading(_("Issues and decisions"))
    if figures["issues"]:
        yield Table(
            _("Decisions"),
            (_("Decision"), _("Issues"), _("Comments")),
            tuple(
                (str(each.label), str(issues), str(comments))
                for each, issues, comments in decisions_in(figures["issues"])
            ),
        )
    for issue in figures["issues"]:
        yield Heading(f"{issue['number']}. {spoken(issue, 'title')}", level=3)
        rows = [
            (_("Decision"), str(Decision(issue["decision"]).label)),
            (_("Comments"), ", ".join(str(number) for number in issue["comments"])),
            (_("Provision that changed"), spoken(issue, "changed")),
        ]
        yield Facts(tuple((name, text) for name, text in rows if text))
        yield Text(spoken(issue, "reason"))
    yield Heading(_("What changed"))
    yield Text(report.outcome, lang=report.outcome.language)


def counted(figures: dict[str, Any]) -> list[tuple[str, str, str]]:
    """Each figure with its meaning. Nobody who only looked is among them."""
    part = figures["part"]
    return [
        (
            _("Commenters"),
            str(part["commenters"]),
            _("People or organisations with at least one published comment, each address once."),
        ),
        (_("Organisations"), str(part["organisations"]), _("Different organisations named in those contributions.")),
        (_("Published comments"), str(part["comments"]), _("Every remark that a moderator accepted.")),
        (
            _("Hidden comments"),
            str(part["hidden"]),
            _("Received, and not published for a reason that stands at their address."),
        ),
        (_("Withdrawn comments"), str(part["withdrawn"]), _("Taken back by their authors.")),
        (_("Supports"), str(part["supports"]), _("Confirmed signs of support for a published comment.")),
        (_("Followers"), str(part["followers"]), _("People who asked for letters about it. Following is no comment.")),
        (_("Public meetings"), str(part["meetings"]), _("Meetings at which the draft was discussed.")),
        (
            _("People at meetings"),
            str(part["attended"]),
            _("As counted at each meeting; whoever came twice counts twice."),
        ),
    ]


def by_channel(figures: dict[str, Any]) -> list[tuple[str, str]]:
    channels = figures["part"]["channels"]
    return [(str(each.label), str(channels[each.value])) for each in Channel if channels.get(each.value)]
