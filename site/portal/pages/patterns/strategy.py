from datetime import date, time
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

SHARES = (("2023", 40), ("2024", 49), ("2025", None), ("2026", 72))


def strategy() -> dict[str, Any]:
    return {
        "goal": {
            "code": "A",
            "anchor": "goal-a",
            "name": _("Coordination and decisions based on evidence"),
            "objectives": [
                {
                    "code": "A1",
                    "name": _("One system of reporting"),
                    "measures": _measures("A1", "done", "going", "late", ""),
                },
                {"code": "A2", "name": _("Regular meetings"), "measures": _measures("A2", "done", "going")},
            ],
        },
        "key": [
            {"state": "done", "text": _("2 completed")},
            {"state": "going", "text": _("2 under way"), "url": "#strategy"},
            {"state": "late", "text": _("1 late"), "url": "#strategy"},
            {"state": "", "text": _("1 not begun"), "url": "#strategy"},
        ],
        "figures": [
            {"name": _("Period"), "text": "2019–2022"},
            {"name": _("Parts"), "text": "5"},
            {"name": pgettext("strategy", "Measures"), "text": "6"},
        ],
        "chart": _chart(),
        "figures_columns": [_("Year"), pgettext("column", "On time")],
        "figures_table": [
            {"cells": [label, _percent(value) if value is not None else _("not measured")]} for label, value in SHARES
        ],
        "chain_columns": [
            pgettext("column", "No."),
            pgettext("column", "Finding"),
            pgettext("column", "Recommendation"),
            pgettext("column", "Answer"),
            pgettext("column", "Change"),
        ],
        "chain": _chain(),
        "days": _programme(),
    }


def _measures(objective: str, *states: str) -> list[dict[str, str]]:
    words = {
        "done": _("measure completed"),
        "going": _("measure under way"),
        "late": _("measure late"),
        "": _("measure not begun"),
    }
    return [
        {"code": f"{objective}.{number}", "url": "#strategy", "state": state, "state_text": words[state]}
        for number, state in enumerate(states, start=1)
    ]


def _percent(value: int) -> str:
    return f"{value} %"


def _chart() -> dict[str, Any]:
    return {
        "title": _("Reports handed in on time, in per cent"),
        "text": _("From 40 % in 2023 to 72 % in 2026; 2025 was not measured. The target for 2027 is 85 %."),
        "readings": [
            {"label": label, "value": value, "text": _percent(value) if value is not None else ""}
            for label, value in SHARES
        ],
        "target": {"label": "2027", "value": 85, "text": _("target 2027: 85 %")},
        "caption": _("Example. Source: an invented register."),
    }


def _chain() -> list[dict[str, Any]]:
    accepted = {"text": pgettext("answer", "Accepted"), "state": "force", "note": _("Within the quarter.")}
    awaited = {"text": pgettext("answer", "Awaited"), "state": "unchecked"}
    return [
        {
            "id": "r1",
            "cells": [
                {"text": "R1", "url": "#r1", "rubric": True},
                _("The deadlines do not match."),
                _("Name one person for reporting in each institution."),
                accepted,
                {"text": _("Provision 3 of the new outline"), "url": "#provision"},
            ],
        },
        {
            "id": "r4",
            "cells": [
                {"text": "R4", "url": "#r4", "rubric": True},
                _("The information differs from place to place."),
                _("One number and one guide for all counters."),
                awaited,
                _("No change yet"),
            ],
        },
    ]


def _programme() -> list[dict[str, Any]]:
    return [
        {
            "date": date(2027, 1, 28),
            "name": _("First day: the findings"),
            "items": [
                {"starts": time(9, 30), "ends": time(11), "title": _("What the review found"), "text": _("Main hall")},
                {
                    "starts": time(11, 30),
                    "ends": time(13),
                    "tracks": [
                        {"title": _("Group A: labour migration"), "text": _("Small hall, 40 places")},
                        {"title": _("Group B: return"), "text": _("Main hall, 120 places")},
                    ],
                },
                {"starts": time(14), "ends": None, "title": _("Group C"), "cancelled": True},
            ],
        }
    ]
