from datetime import date
from typing import Any

from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from portal.languages.enums import Language, active_language


def talk() -> dict[str, Any]:
    return {
        "road": _road(),
        "contents": [
            {"number": 1, "name": _("Purpose"), "url": "#provision", "count": 12},
            {"number": 4, "name": _("Information before departure"), "url": "#provision", "count": 1},
            {"number": 9, "name": _("Follow-up after return"), "url": "#provision", "count": 0},
        ],
        "provisions": [_provision_3(), _provision_7()],
        "wide_comment": _comment() | {"anchor": "", "answers": _answers()},
    }


def _road() -> list[dict[str, Any]]:
    return [
        {"name": pgettext("consultation", "Notice"), "state": "done", "date": date(2026, 11, 16)},
        {
            "name": pgettext("consultation", "Open for comment"),
            "state": "now",
            "text": pgettext("deadline", "now, until"),
            "date": date(2026, 12, 18),
        },
        {"name": pgettext("consultation", "Moderation"), "text": _("each comment within 2 working days")},
        {"name": pgettext("consultation", "Answers"), "text": pgettext("deadline", "by"), "date": date(2027, 1, 29)},
        {"name": pgettext("consultation", "Report"), "month": date(2027, 2, 1)},
    ]


# The same provision in both languages, whichever the page speaks.
WORDS = {
    Language.ALBANIAN: {
        "heading": "Mekanizmi i koordinimit",
        "text": "Një sekretariat teknik përgatit takimet dhe publikon çdo gjashtë muaj gjendjen e masave.",
        "items": ("mbledh raportet e institucioneve;", "përmend masat me vonesë."),
        "name": "Shqip",
        "link": "Lexoni dispozitën 3 në shqip",
    },
    Language.ENGLISH: {
        "heading": "Coordination mechanism",
        "text": "A technical secretariat prepares the meetings and publishes the state of the measures twice a year.",
        "items": ("it gathers the institutions’ reports;", "it names the measures that are late."),
        "name": "English",
        "link": "Read provision 3 in English",
    },
}


def _provision_3() -> dict[str, Any]:
    here = active_language()
    there = here.other
    other = WORDS[there]
    return _provision(here, 3) | {
        "other_heading": other["heading"],
        "other_text": _html(other),
        "other_lang": str(there),
        "other_name": other["name"],
        "other_url": f"/{there}/",
        "other_link": other["link"],
        "comments": 9,
        "answers": 1,
        "comment_url": "#provision",
        "all_url": "#provision",
        "shown": [_comment()],
        "replies": [_answers()[0] | {"to_url": "#k-214", "to_name": _("comment 214"), "anchor": "a-214"}],
    }


def _provision_7() -> dict[str, Any]:
    return _provision(active_language(), 7) | {
        "comments": 0,
        "answers": 0,
        "closed": _("The consultation is closed."),
    }


def _provision(language: Language, number: int) -> dict[str, Any]:
    words = WORDS[language]
    return {
        "anchor": f"p{number}",
        "number": number,
        "label": _("Provision %(number)s") % {"number": number},
        "heading": words["heading"],
        "text": _html(words),
    }


def _html(words: dict[str, Any]) -> str:
    return format_html("<p>{}</p><ol><li>{}</li><li>{}</li></ol>", words["text"], *words["items"])


def _comment() -> dict[str, Any]:
    """Always in the other language than the page, to show how it is marked."""
    here = active_language()
    return {
        "anchor": "k-214",
        "number": 214,
        "who": _("Organisation (example)"),
        "category": "civil_society",
        "category_name": _("Civil society"),
        "sent": date(2026, 11, 19),
        "lang": str(here.other),
        "text": "The overview should also list measures that have not begun."
        if here == Language.ALBANIAN
        else "Pasqyra duhet të tregojë edhe masat që nuk kanë nisur.",
        "url": "#k-214",
    }


def _answers() -> list[dict[str, Any]]:
    return [
        {
            "verdict": pgettext("answer", "Accepted"),
            "reason": _("The wording was added."),
            "change_url": "#provision",
            "change_name": _("See the change in version 2"),
            "example": True,
        },
        {
            "verdict": pgettext("answer", "Partially accepted"),
            "reason": _("The list is added, without reasons."),
            "example": True,
        },
        {
            "verdict": pgettext("answer", "Not accepted"),
            "reason": _("The deadline follows from another law."),
            "who": _("Example Ministry"),
            "given": date(2027, 1, 20),
            "example": True,
        },
    ]
