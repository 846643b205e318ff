from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext


def lists() -> dict[str, Any]:
    return {
        "trail": [{"name": _("Consultations"), "url": "#lists"}, {"name": _("Outline of a new policy")}],
        "found": ngettext("%(n)s document", "%(n)s documents", 24) % {"n": 24},
        "facets": _facets(),
        "facet_links": [
            {"label": _("News"), "url": "#lists", "count": 12, "current": True},
            {"label": _("Events"), "url": "#lists", "count": 3},
        ],
        "chosen": [{"name": _("Law"), "url": "#lists"}, {"name": _("Strategy"), "url": "#lists"}],
        "sorts": [
            {"name": _("newest first"), "current": True},
            {"name": _("alphabetical"), "url": "?sort=title#lists"},
        ],
        "page": Paginator(range(200), 10).page(5),
        "records": _records(),
        "facts": _facts(),
        "life": [
            {"year": 2018, "text": pgettext("life of an act", "Drafted")},
            {
                "date": date(2019, 6, 19),
                "text": pgettext("life of an act", "Adopted by"),
                "url": "#lists",
                "link": _("Example decision no. 1"),
            },
            {"when": "2019–2022", "text": _("Carried out: institutions report on the indicators")},
            {"year": 2022, "text": pgettext("life of an act", "Period ended")},
        ],
        "files": [
            {
                "name": _("Information sheet in both languages"),
                "url": "#lists",
                "kind": "PDF",
                "size": "180 KB",
                "note": _("Prepared by this portal. It is not the official text."),
            }
        ],
        "entries": [
            {"title": _("How working days are counted"), "url": "#lists", "date": date(2026, 11, 20), "example": True},
            {
                "title": _("Findings and recommendations of the example review"),
                "url": "#lists",
                "text": _("8 days left · 12 findings"),
                "states": [{"state": "open", "text": _("Open for comments")}],
            },
        ],
        "ways": [
            {
                "title": pgettext("way", "Read"),
                "text": _("Each provision has its number and its own address, in both languages."),
            },
            {
                "title": pgettext("way", "Comment"),
                "text": _("Write in Albanian or in English. An e-mail address is enough."),
            },
            {
                "title": pgettext("way", "Get an answer"),
                "text": _("Each comment gets a reasoned answer, with a link to the change."),
            },
            {
                "title": pgettext("way", "Come"),
                "text": _("Workshops and the conference keep places for each category."),
            },
        ],
        "suggestions": [{"name": _("reintegration"), "url": "#lists"}, {"name": _("diaspora"), "url": "#lists"}],
    }


def _facets() -> list[dict[str, Any]]:
    return [
        {
            "name": "kind",
            "legend": _("Kind"),
            "options": [
                {"value": "strategy", "label": _("Strategy"), "count": 8, "checked": True},
                {"value": "law", "label": _("Law"), "count": 9, "checked": True},
                {"value": "study", "label": _("Study"), "count": 0},
            ],
        },
        {
            "name": "institution",
            "legend": _("Institution"),
            "options": [
                {"value": str(number), "label": _("Example institution %(n)s") % {"n": number}, "count": 12 - number}
                for number in range(1, 12)
            ],
        },
        {
            "name": "period",
            "legend": _("Year"),
            "single": True,
            "options": [
                {"value": "", "label": _("all years"), "count": 24, "checked": True},
                {"value": "2021", "label": "2021–2026", "count": 6},
            ],
        },
    ]


def _records() -> list[dict[str, Any]]:
    found = format_html("… {} <mark>{}</mark> {} …", _("entry, stay and"), _("employment"), _("of foreign nationals"))
    return [
        {
            "title": _("Example law on foreigners"),
            "url": "#lists",
            "year": 2021,
            "states": [{"state": "unchecked", "text": _("status not checked")}],
            "example": True,
            "facts": [_("Law")],
            "passages": [{"where": _("In the text"), "url": "#lists", "text": found}],
        },
        {
            "title": _("Example mid-term review"),
            "url": "#lists",
            "text": _("Foreseen; there is no text, date or result yet."),
            "states": [{"state": "planned", "text": _("planned")}],
            "facts": [_("Review")],
        },
    ]


def _facts() -> list[dict[str, Any]]:
    return [
        {"name": _("Kind"), "text": _("Strategy")},
        {"name": pgettext("fact", "Adopted"), "date": date(2019, 6, 19), "strong": True},
        {
            "name": pgettext("fact", "Reviewed by"),
            "text": _("Example mid-term review"),
            "url": "#lists",
            "state": "planned",
            "state_text": _("planned"),
        },
    ]
