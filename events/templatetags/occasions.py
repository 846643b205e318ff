"""When an event is, as people say it."""

from datetime import datetime

from django import template
from django.utils import timezone
from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _

from events.records import Event
from events.selectors import events_address as address_of_the_list

register = template.Library()


@register.filter
def when(event: Event) -> str:
    """`28 January 2027, 9:00–17:00`, or both days where it lasts longer."""
    starts, ends = timezone.localtime(event.starts_at), timezone.localtime(event.ends_at)
    if starts.date() == ends.date():
        return _("%(day)s, %(start)s–%(end)s") % {
            "day": date_format(starts),
            "start": time_format(starts),
            "end": time_format(ends),
        }
    return _("%(first)s to %(last)s, %(start)s–%(end)s") % {
        "first": _first_day(starts, ends),
        "last": date_format(ends),
        "start": time_format(starts),
        "end": time_format(ends),
    }


@register.filter
def last_day(event: Event) -> datetime | None:
    """The last day of an event of several days; nothing for one of a day."""
    starts, ends = timezone.localtime(event.starts_at), timezone.localtime(event.ends_at)
    return None if starts.date() == ends.date() else ends


def _first_day(starts: datetime, ends: datetime) -> str:
    """Without what both days share."""
    if (starts.year, starts.month) == (ends.year, ends.month):
        return str(starts.day)
    return date_format(starts, "MONTH_DAY_FORMAT" if starts.year == ends.year else "DATE_FORMAT")


@register.simple_tag
def events_address() -> str:
    """Where the list of events is read, in the active language."""
    return address_of_the_list()
