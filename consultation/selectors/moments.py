"""When the clock alone changes something that readers see."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from django.db.models import QuerySet

from consultation.enums import Stage
from consultation.records import Consultation, HolidayOverride
from consultation.selectors.visibility import pages_ahead, visible_to
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


def ahead(user: Any, now: datetime | None = None) -> list[Consultation]:
    """Announced and not closed yet, the nearest deadline first, with their pages for `page_of` and `title_of`."""
    running = visible_to(user).filter(stage=Stage.ANNOUNCED, closes_at__gt=now or database_now())
    return list(running.prefetch_related(pages_ahead()).order_by("closes_at", "number"))


def upcoming_dates(user: Any, now: datetime | None = None) -> list[UpcomingDate]:
    """Openings and closings ahead, the nearest first."""
    now = now or database_now()
    return dates_of(ahead(user, now), now)


def dates_of(consultations: Iterable[Consultation], now: datetime) -> list[UpcomingDate]:
    dates = [
        UpcomingDate(at, what, consultation)
        for consultation in consultations
        for at, what in ((consultation.opens_at, Moment.OPENS), (consultation.closes_at, Moment.CLOSES))
        if at > now
    ]
    return sorted(dates, key=lambda date: (date.at, date.consultation.number))


def next_instant(now: datetime | None = None) -> datetime | None:
    """When stored pages grow old by themselves: the next opening or closing, and midnight while a term runs."""
    now = now or database_now()
    running: QuerySet[Consultation] = Consultation.objects.filter(stage=Stage.ANNOUNCED, closes_at__gt=now)
    return next_of(running.only("opens_at", "closes_at"), now)


def next_of(consultations: Iterable[Consultation], now: datetime) -> datetime | None:
    """The same for consultations that are at hand."""
    instants = [at for each in consultations for at in (each.opens_at, each.closes_at) if at > now]
    return min([*instants, end_of(day_of(now))]) if instants else None
