from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override
from icalendar import Calendar
from icalendar import Event as CalendarEntry

from events.enums import EventStage
from events.records import Event
from events.selectors.words import EventWords, one_line, words_of
from portal.languages.enums import Language

HERE = ZoneInfo(settings.TIME_ZONE)


def calendar_file(events: Iterable[Event], language: str, *, at: datetime) -> bytes:
    """The events as an iCalendar file (RFC 5545) in one language.

    It is published (`METHOD:PUBLISH`), not an invitation: it names no organiser and no guests, and calendars that are shared
    give nothing away, since it carries no signed link. An event keeps its UID in every file, so adding it twice adds it once.
    """
    with override(language):
        calendar = Calendar()
        calendar.add("prodid", f"-//{one_line(settings.PORTAL_NAME[Language(language)])}//{language.upper()}")
        calendar.add("version", "2.0")
        calendar.add("method", "PUBLISH")
        calendar.add("name", one_line(settings.PORTAL_NAME[Language(language)]))
        calendar.add("x-wr-calname", one_line(settings.PORTAL_NAME[Language(language)]))
        for event in events:
            calendar.add_component(_entry(event, words_of(event), at))
        calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def _entry(event: Event, words: EventWords, at: datetime) -> CalendarEntry:
    title = one_line(words.title)
    entry = CalendarEntry()
    entry.add("uid", str(event.calendar_uid))
    entry.add("sequence", event.calendar_sequence)
    entry.add("dtstamp", at)
    entry.add("dtstart", event.starts_at.astimezone(HERE))
    entry.add("dtend", event.ends_at.astimezone(HERE))
    entry.add("summary", _("Example: %(title)s") % {"title": title} if event.is_example else title)
    entry.add("location", one_line(f"{event.place}, {event.address}"))
    entry.add("description", f"{one_line(words.summary)}\n\n{words.url}")
    entry.add("url", words.url)
    entry.add("status", "CANCELLED" if event.stage == EventStage.CANCELLED else "CONFIRMED")
    return entry
