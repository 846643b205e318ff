from datetime import UTC, date, datetime, timedelta
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

SWATCHES = {
    "paper": "#fbf8f1",
    "tint": "#f3eee2",
    "ink": "#18212b",
    "soft": "#46505a",
    "edge": "#6f6a5e",
    "act": "#0a5160",
    "deep": "#063741",
    "acttint": "#e2eeee",
    "rubric": "#a2142d",
    "error": "#6a1b62",
    "note": "#f8edd0",
    "mark": "#f6e3a1",
}

OPENING = date(2026, 11, 17)
HOLIDAYS = {date(2026, 11, 23), date(2026, 11, 30), date(2026, 12, 1), date(2026, 12, 8), date(2026, 12, 25)}


def marks() -> dict[str, Any]:
    days = working_days(20)
    return {
        "swatches": [{"name": name, "value": value} for name, value in SWATCHES.items()],
        "statuses": _statuses(),
        "categories": categories(),
        "clocks": [{"days": days, "today": today} for today in _moments(days)],
        "long_clock": {"days": working_days(40), "today": date(2026, 12, 10)},
        "today": date(2026, 11, 24),
        "days": days,
        "closes_at": datetime(2026, 12, 18, 23, tzinfo=UTC),
        "counts": [
            {"number": left, "unit": ngettext("day left", "days left", left), "closes": closes}
            for left, closes in ((24, True), (1, False))
        ],
        "dates": [
            {
                "date": date(2026, 12, 10),
                "title": _("Workshop: coordination between institutions"),
                "text": _("Tirana, 9:30. 14 places free."),
            },
            {
                "date": date(2027, 1, 28),
                "title": _("National conference"),
                "text": _("Places are kept for each category."),
            },
        ],
        "tally": [
            {**category, "count": count} for category, count in zip(categories(), (11, 6, 34, 4, 16, 1), strict=True)
        ],
        "large_tally": [
            {**category, "count": count} for category, count in zip(categories(), (11, 6, 67, 4, 0, 1), strict=True)
        ],
        "places": [
            {**category, "free": free, "total": total, "waiting": waiting}
            for category, (free, total, waiting) in zip(categories(), PLACES, strict=True)
        ],
    }


PLACES = ((8, 60, 0), (0, 30, 6), (59, 80, 0), (41, 45, 0), (33, 45, 0), (1, 1, 0))


def categories() -> list[dict[str, str]]:
    names = {
        "government": _("Government entities"),
        "international": _("International community"),
        "civil_society": _("Civil society"),
        "business": _("Business community"),
        "academia": _("Academia"),
        "individuals_others": _("Individuals and others"),
    }
    return [{"code": code, "name": name} for code, name in names.items()]


def working_days(count: int) -> list[date]:
    days: list[date] = []
    day = OPENING
    while len(days) < count:
        if day.weekday() < 5 and day not in HOLIDAYS:
            days.append(day)
        day += timedelta(days=1)
    return days


def _moments(days: list[date]) -> list[date]:
    """The eve, the first day, in the course, a holiday, the last day, after it."""
    return [days[0] - timedelta(days=1), days[0], days[4], date(2026, 11, 30), days[-1], days[-1] + timedelta(days=1)]


def _statuses() -> list[dict[str, str]]:
    return [
        {"state": "open", "text": _("Open for comments")},
        {"state": "ended", "text": _("Consultation closed")},
        {"state": "force", "text": _("in force")},
        {"state": "repealed", "text": _("repealed")},
        {"state": "ended", "text": _("period ended")},
        {"state": "planned", "text": _("planned")},
        {"state": "unchecked", "text": _("status not checked")},
        {"state": "full", "text": pgettext("places", "Full")},
        {"state": "", "text": pgettext("document", "published")},
    ]
