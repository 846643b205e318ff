"""The report's own sentences, written from its figures in the active language. People mend them afterwards."""

from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consultation.selectors.report import decisions_in
from portal.languages.enums import active_language


def course_words(figures: dict[str, Any], institution: str) -> str:
    """How it went: notice, days, extensions, meetings."""
    course = figures["course"]
    sentences = [
        _("%(institution)s announced the consultation on %(day)s.")
        % {"institution": institution, "day": said_day(course["announced_on"])}
        if course["announced_on"]
        else "",
        ngettext(
            "Comments were taken for %(n)d working day, until %(day)s.",
            "Comments were taken for %(n)d working days, until %(day)s.",
            course["working_days"],
        )
        % {"n": course["working_days"], "day": said_day(course["last_day"])}
        if course["last_day"]
        else "",
    ]
    sentences += [
        _("The deadline was moved from %(old)s to %(new)s. The reason: %(reason)s")
        % {"old": said_day(each["from"]), "new": said_day(each["to"]), "reason": spoken(each, "reason")}
        for each in course["extensions"]
    ]
    if course["notices"]:
        places = "; ".join(f"{spoken(each, 'where')} ({said_day(each['given_on'])})" for each in course["notices"])
        sentences.append(_("Notice was also given here: %(places)s.") % {"places": places})
    sentences += [_meeting(each) for each in course["meetings"]]
    if not course["meetings"]:
        sentences.append(_("No public meeting is recorded."))
    return "\n\n".join(filter(None, sentences))


def _meeting(meeting: dict[str, Any]) -> str:
    told = _("On %(day)s the draft was discussed at: %(title)s.") % {
        "day": said_day(meeting["held_on"]),
        "title": ", ".join(filter(None, [spoken(meeting, "title"), meeting["place"]])),
    }
    if meeting["attended"] is None:
        return told
    came = ngettext("%(n)d person came.", "%(n)d people came.", meeting["attended"]) % {"n": meeting["attended"]}
    return f"{told} {came}"


def outcome_words(figures: dict[str, Any]) -> str:
    """What was decided and what changed."""
    issues = figures["issues"]
    if not issues:
        return _("No comment was published, so there was nothing to answer.")
    said = [
        ngettext("The comments raised %(n)d issue.", "The comments raised %(n)d issues.", len(issues))
        % {"n": len(issues)}
    ]
    decided = "; ".join(f"{decision.label}: {count}" for decision, count, _comments in decisions_in(issues))
    said.append(_("The decisions: %(decisions)s.") % {"decisions": decided})
    changed = [spoken(each, "changed") for each in issues if spoken(each, "changed")]
    if changed:
        said.append(
            _("These provisions changed because of comments: %(provisions)s.")
            % {"provisions": "; ".join(dict.fromkeys(changed))}
        )
    else:
        said.append(_("No provision is recorded as changed because of a comment."))
    return "\n\n".join(said)


def spoken(row: dict[str, Any], name: str) -> str:
    """The active language's value of a pair, or the Albanian where that is empty."""
    return str(row[f"{name}_{active_language()}"] or row[f"{name}_sq"])


def said_day(iso: str | None) -> str:
    return date_format(date.fromisoformat(iso)) if iso else ""
