"""When the clock alone changes something that readers see."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from django.db.models import QuerySet

from consultation.enums import Stage
from consultation.records import Consultation, HolidayOverride
from consultation.selectors.visibility import visible_to
from consultation.working_days import OneOff, WorkingCalendar, day_of, end_of
from portal.work.clock import database_now


def working_calendar() -> WorkingCalendar:
    """The official calendar with the one-off days that editors keep."""
    return WorkingCalendar(
        [OneOff(each.day, each.is_working, each.name_sq, each.name_en) for each in HolidayOverride.objects.all()]
    )


class Moment(StrEnum):
    OPENS = "opens"
    CLOSES = "closes"


@dataclass(frozen=True)
class UpcomingDate:
    at: datetime
    what: Moment
    consultation: Consultation


def upcoming_dates(user: Any, now: datetime | None = None) -> list[UpcomingDate]:
    """Openings and closings ahead, the nearest first."""
    now = now or database_now()
    ahead = visible_to(user).filter(stage=Stage.ANNOUNCED, closes_at__gt=now).prefetch_related("pages__locale")
    dates = [
        UpcomingDate(at, what, consultation)
        for consultation in ahead
        for at, what in ((consultation.opens_at, Moment.OPENS), (consultation.closes_at, Moment.CLOSES))
        if at > now
    ]
    return sorted(dates, key=lambda date: (date.at, date.consultation.number))


def next_instant(now: datetime | None = None) -> datetime | None:
    """When stored pages grow old by themselves: the next opening or closing, and midnight while a term runs."""
    now = now or database_now()
    running: QuerySet[Consultation] = Consultation.objects.filter(stage=Stage.ANNOUNCED, closes_at__gt=now)
    instants = [at for pair in running.values_list("opens_at", "closes_at") for at in pair if at > now]
    return min([*instants, end_of(day_of(now))]) if instants else None
