"""The days of the content files: written ones, and those that count from the day of loading."""

import calendar
import re
from datetime import date, datetime, time, timedelta

from consultation.selectors import working_calendar
from consultation.working_days import ALBANIA

_YEAR = re.compile(r"(?<!/)\b20\d\d\b")
"""A year, but not the second half of the number of a law."""


def day(text: str, *, last: bool = False) -> date:
    """A year, month or day of the content files as its first day (or its last)."""
    numbers = [int(part) for part in str(text).split("-")]
    year = numbers[0]
    month = numbers[1] if len(numbers) > 1 else (12 if last else 1)
    if len(numbers) > 2:
        return date(year, month, numbers[2])
    return date(year, month, calendar.monthrange(year, month)[1] if last else 1)


def instant(day: date, hour: str) -> datetime:
    """An hour of a day in Albania."""
    return datetime.combine(day, time.fromisoformat(hour), tzinfo=ALBANIA)


def working_day_ago(number: int, *, today: date) -> date:
    """The working day that lies so many working days before today, or before the last one if today is free."""
    calendar_, day = working_calendar(), today
    for _each in range(number + 1):
        while not calendar_.is_working(day):
            day -= timedelta(days=1)
        day -= timedelta(days=1)
    return day + timedelta(days=1)


def working_days_ahead(days_ahead: int, number: int, *, today: date) -> list[date]:
    """So many working days in a row, the first of them at least `days_ahead` days from today."""
    calendar_, day = working_calendar(), today + timedelta(days=days_ahead)
    while True:
        days = [day + timedelta(days=n) for n in range(number)]
        if all(calendar_.is_working(each) for each in days):
            return days
        day += timedelta(days=1)


def in_other_years(text: str, by: int) -> str:
    """The same words with each year in them moved: what an example says of itself moves with its figures."""
    return _YEAR.sub(lambda year: str(int(year[0]) + by), text) if by else text
