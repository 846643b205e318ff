"""The woven clock: one stepped lozenge is one working day of a term."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

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
