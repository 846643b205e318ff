"""What the front page gathers from the rooms: open now, ahead, new in the library."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consultation.records import Consultation
from consultation.selectors import Moment, dates_of, next_of, page_of, title_of
from consultation.selectors import ahead as consultations_ahead
from consultation.working_days import day_of
from events.records import Event
from events.selectors import EventWords, upcoming_events, words_of
from library.publications.records import Publication
from library.publications.selectors import address_of, recent_publications
from library.publications.selectors.listing_view import status_mark
from portal.delivery.memo import until_next_generation
from portal.work.clock import database_now

MOST_DATES = 5
MOST_WORKS = 4


@dataclass(frozen=True)
class OpenConsultation:
    title: str
    summary: str
    url: str
    lang: str
    closes_at: datetime
    days_left: int
    term_days: tuple[date, ...]
    is_example: bool

    @property
    def days_left_sentence(self) -> str:
        """ "24 days left"; on the last day, that it is the last."""
        if not self.days_left:
            return _("last day")
        return ngettext("%(days)d day left", "%(days)d days left", self.days_left) % {"days": self.days_left}


@dataclass(frozen=True)
class DateAhead:
    day: date
    title: str
    url: str
    text: str


def front_page(request: Any) -> dict[str, Any]:
    """Everything the front page shows beside its own words, and the instant at which the clock alone makes it old."""
    now = database_now()
    today = day_of(now)
    consultations = [each for each in _consultations() if each.closes_at > now]
    is_open = [_told(each, now) for each in consultations if each.opens_at <= now]
    return {
        "today": today,
        "lead": is_open[0] if is_open else None,
        "also_open": is_open[1:],
        "ahead": sorted([*_dates(consultations, now), *_events(now)], key=lambda each: each.day)[:MOST_DATES],
        "works": [_work(each, request) for each in _works(today)],
        "changes_at": next_of(consultations, now),
    }


@until_next_generation
def _consultations() -> list[Consultation]:
    """Announced ones. The clock only takes some away until the next generation."""
    return consultations_ahead(None)


@until_next_generation
def _events_ahead() -> list[tuple[Event, EventWords]]:
    """Announced ones. The clock only takes some away until the next generation."""
    return [(event, words_of(event)) for event in upcoming_events()]


@until_next_generation
def _works(today: date) -> list[Publication]:
    """The newest works, whose status is that of a day."""
    return recent_publications(None, MOST_WORKS)


def _told(consultation: Consultation, now: datetime) -> OpenConsultation:
    page = page_of(consultation)
    return OpenConsultation(
        title=title_of(consultation),
        summary=page.summary if page else "",
        url=(page.get_url() if page else None) or reverse("consultation:consultation", args=[consultation.number]),
        lang=page.locale.language_code if page else "",
        closes_at=consultation.closes_at,
        days_left=max(0, (consultation.term_days[-1] - day_of(now)).days) if consultation.term_days else 0,
        term_days=consultation.term_days,
        is_example=consultation.is_example,
    )


def _dates(consultations: list[Consultation], now: datetime) -> list[DateAhead]:
    return [
        DateAhead(
            # midnight belongs to the day that it ends
            day=day_of(each.at - timedelta(microseconds=1) if each.what is Moment.CLOSES else each.at),
            title=_("Comments close: %(title)s") % {"title": title_of(each.consultation)}
            if each.what is Moment.CLOSES
            else _("Comments open: %(title)s") % {"title": title_of(each.consultation)},
            url=_told(each.consultation, now).url,
            text=_("Comments are accepted until midnight.") if each.what is Moment.CLOSES else "",
        )
        for each in dates_of(consultations, now)
    ]


def _events(now: datetime) -> list[DateAhead]:
    ahead = [(event, words) for event, words in _events_ahead() if event.ends_at > now]
    return [
        DateAhead(day=day_of(event.starts_at), title=words.title, url=words.path, text=event.place)
        for event, words in ahead[:MOST_DATES]
    ]


def _work(publication: Any, request: Any) -> dict[str, Any]:
    return {
        "title": publication.title,
        "url": address_of(publication, request),
        "states": [status_mark(publication)],
        "example": publication.is_example,
    }
