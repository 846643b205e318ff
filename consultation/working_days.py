"""The legal clock in days: Monday to Friday without Albania's official holidays and the days they move to.

The day of the notice does not count, the last working day counts whole, until its midnight in Albanian time. Both are
our reading of law 146/2014; the page that explains the deadline says so.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

import holidays

from portal.languages.bilingual import Bilingual
from portal.languages.enums import Language

ALBANIA = ZoneInfo("Europe/Tirane")
LEAST_DAYS = 20
MOST_DAYS = 40
_SATURDAY = 5


@dataclass(frozen=True)
class OneOff:
    """A day that a decision made free, or made a working day, against the rule."""

    day: date
    is_working: bool
    name_sq: str = ""
    name_en: str = ""


@dataclass(frozen=True)
class FreeDay:
    """A weekday without work, and why."""

    day: date
    name_sq: str
    name_en: str

    name = Bilingual("name")


class WorkingCalendar:
    """The official calendar with the one-off days that editors keep."""

    def __init__(self, one_offs: Sequence[OneOff] = ()) -> None:
        self._one_offs = {each.day: each for each in one_offs}

    def free_day(self, day: date) -> FreeDay | None:
        """The holiday on this day, if it is one; weekends are no holidays."""
        one_off = self._one_offs.get(day)
        if one_off is not None:
            return None if one_off.is_working else FreeDay(day, one_off.name_sq, one_off.name_en)
        albanian = _official(day.year, Language.ALBANIAN).get(day)
        if albanian is None:
            return None
        return FreeDay(day, albanian, _official(day.year, Language.ENGLISH).get(day, albanian))

    def is_working(self, day: date) -> bool:
        one_off = self._one_offs.get(day)
        if one_off is not None:
            return one_off.is_working
        return day.weekday() < _SATURDAY and self.free_day(day) is None

    def term(self, notice: date, number: int) -> tuple[date, ...]:
        """The first `number` working days after the day of the notice."""
        days = self._working_days_after(notice)
        return tuple(next(days) for _ in range(number))

    def free_weekdays(self, first: date, last: date) -> tuple[FreeDay, ...]:
        """The holidays between two days that fall on a weekday: the dashes of the woven clock."""
        found = []
        day = first
        while day <= last:
            free = self.free_day(day)
            if free is not None and day.weekday() < _SATURDAY:
                found.append(free)
            day += timedelta(days=1)
        return tuple(found)

    def after(self, start: date, number: int) -> date:
        """The working day that is the `number`-th after `start`."""
        return self.term(start, number)[-1]

    def _working_days_after(self, start: date) -> Iterator[date]:
        day = start
        while True:
            day += timedelta(days=1)
            if self.is_working(day):
                yield day


def end_of(day: date) -> datetime:
    """The instant at which a day ends in Albania."""
    return datetime.combine(day + timedelta(days=1), time(), tzinfo=ALBANIA)


def day_of(instant: datetime) -> date:
    """The day that an instant falls on in Albania."""
    return instant.astimezone(ALBANIA).date()


@lru_cache(maxsize=64)
def _official(year: int, language: Language) -> dict[date, str]:
    code = "sq" if language == Language.ALBANIAN else "en_US"
    days = holidays.country_holidays("AL", years=year, language=code)
    return {day: name.replace("Dita Flamurit", "Dita e Flamurit") for day, name in days.items()}
