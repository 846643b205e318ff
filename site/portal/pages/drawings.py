"""The portal's drawings as numbers and paths. Each counts something; the sentence beside it says the same in words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple


class Stroke(NamedTuple):
    """One closed line of a sign, drawn on a square of 11 by 11."""

    x: float
    y: float
    line: str

    def at(self, x: float, y: float) -> str:
        return f"M{self.x + x:g} {self.y + y:g}{self.line}"


SIGNS: dict[str, tuple[Stroke, ...]] = {
    "government": (Stroke(0, 11, "v-6h2v-3h2v-2h3v2h2v3h2v6h-4v-4h-3v4z"),),
    "international": (
        Stroke(5.5, 0, "l2.3 2.7-2.3 2.7-2.3-2.7z"),
        Stroke(0, 5.5, "l2.7-2.3 2.7 2.3-2.7 2.3z"),
        Stroke(5.6, 5.5, "l2.7-2.3 2.7 2.3-2.7 2.3z"),
        Stroke(5.5, 5.6, "l2.3 2.7-2.3 2.7-2.3-2.7z"),
    ),
    "civil_society": (Stroke(0, 0, "h2.4v5.5h1.9v-5.5h2.4v5.5h1.9v-5.5h2.4v11h-11z"),),
    "business": (Stroke(0, 0, "h11l-4.2 5.5 4.2 5.5h-11l4.2-5.5z"),),
    "academia": (Stroke(0, 0.6, "l5.5 2.6 5.5-2.6v7.5l-5.5 2.6-5.5-2.6z"),),
    "individuals_others": (
        Stroke(5.5, 0, "l3 2.8-3 2.8-3-2.8z"),
        Stroke(5.5, 6, "l5.5 5h-11z"),
    ),
}
"""The six stakeholder categories by their code: gate, four lozenges meeting, comb, hourglass, open book, figure."""


def sign(category: str) -> str:
    """The path of a category's sign; nothing for a code without one, so that its name stands alone."""
    return "".join(stroke.at(0, 0) for stroke in SIGNS.get(category, ()))


# Woven clock

DAY_WIDTH = 12
WEEKDAYS = 5


@dataclass(frozen=True)
class BandWeek:
    """One week of a term: a place for each weekday, without the days before the term."""

    places: int
    past: str
    today: str
    come: str
    rest: str

    @property
    def width(self) -> int:
        return self.places * DAY_WIDTH


def band(days: Sequence[date], today: date) -> tuple[BandWeek, ...]:
    """Weave the working days of a term into weeks; `today` may lie before, within or after it.

    A weekday within the term that is not among `days` is a public holiday and gets a dash.
    """
    if not days:
        return ()
    working, first, last = set(days), min(days), max(days)
    mondays = _mondays(first, last)
    return tuple(_woven_week(monday, first, last, working, today) for monday in mondays)


class Moment(StrEnum):
    """Where today stands in a term. `between` is a weekend or a holiday in its course."""

    BEFORE = "before"
    COURSE = "course"
    BETWEEN = "between"
    LAST = "last"
    OVER = "over"


@dataclass(frozen=True)
class Term:
    """A term of working days in numbers, for the sentence beside the band. `begun` counts today."""

    moment: Moment
    begun: int
    total: int
    first: date
    last: date


def term(days: Sequence[date], today: date) -> Term | None:
    """Nothing for a term without days."""
    if not days:
        return None
    first, last = min(days), max(days)
    if today < first:
        moment = Moment.BEFORE
    elif today > last:
        moment = Moment.OVER
    elif today == last:
        moment = Moment.LAST
    else:
        moment = Moment.COURSE if today in days else Moment.BETWEEN
    return Term(moment, sum(day <= today for day in days), len(days), first, last)


def _mondays(first: date, last: date) -> Iterable[date]:
    monday = first - timedelta(days=first.weekday())
    while monday <= last:
        yield monday
        monday += timedelta(weeks=1)


def _woven_week(monday: date, first: date, last: date, working: set[date], today: date) -> BandWeek:
    week = [monday + timedelta(days=number) for number in range(WEEKDAYS)]
    week = [day for day in week if day >= first]
    drawn: dict[str, list[str]] = {"past": [], "today": [], "come": [], "rest": []}
    for place, day in enumerate(week):
        x = place * DAY_WIDTH + 5.5
        if day not in working:
            if day <= last:
                drawn["rest"].append(f"M{x - 1:g} 6h3")
        elif day < today:
            drawn["past"] += [_lozenge(x, 1.5, 5), _lozenge(x, 4.5, 2)]
        elif day > today:
            drawn["come"].append(_lozenge(x, 1.5, 5))
        else:
            drawn["today"] += [_lozenge(x, 0.5, 6), _lozenge(x, 2.5, 4)]
            drawn["past"].append(_lozenge(x, 4.5, 2))
    return BandWeek(places=len(week), **{name: "".join(paths) for name, paths in drawn.items()})


def _lozenge(x: float, y: float, steps: int) -> str:
    """A stepped lozenge as woven in a qilim, from its top, `steps` threads to the side."""
    more = steps - 1
    return f"M{x:g} {y:g}h1{'v1h1' * more}v1{'h-1v1' * more}h-1{'v-1h-1' * more}v-1{'h1v-1' * more}z"


# Motifs and bars

MOTIF_WIDTH = 15
MOTIF_EDGE = 0.75
BAR_WIDTH = 300


@dataclass(frozen=True)
class Ten:
    """Up to ten motifs in a row, drawn apart so that the eye can count by tens."""

    full: str
    open: str


def motifs(category: str, filled: int, total: int | None = None) -> tuple[Ten, ...]:
    """One sign a thing: the first `filled` are whole, the rest up to `total` outlined. Without a total all are whole."""
    total = max(filled, total or 0)
    strokes = SIGNS.get(category) or SIGNS["individuals_others"]
    return tuple(
        Ten(
            full=_row(strokes, 0, min(filled - start, 10)),
            open=_row(strokes, max(filled - start, 0), min(total - start, 10)),
        )
        for start in range(0, total, 10)
    )


def _row(strokes: tuple[Stroke, ...], begin: int, end: int) -> str:
    return "".join(
        stroke.at(place * MOTIF_WIDTH + MOTIF_EDGE, MOTIF_EDGE) for place in range(begin, end) for stroke in strokes
    )


def bar(filled: int, total: int) -> int:
    """The filled width of a bar of 300. Anything above none shows, and only a whole fills it."""
    if total <= 0 or filled <= 0:
        return 0
    if filled >= total:
        return BAR_WIDTH
    return min(max(round(BAR_WIDTH * filled / total), 2), BAR_WIDTH - 2)
