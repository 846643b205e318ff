from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_safe

from events.records import Event
from events.selectors import calendar_file, public_events, upcoming_events, words_of
from portal.languages.enums import active_language
from portal.work.clock import database_now


def public_event_or_404(number: int) -> Event:
    return get_object_or_404(public_events().prefetch_related("pages__locale"), number=number)


@require_safe
def event(request: HttpRequest, number: int) -> HttpResponse:
    """The lasting address of an event: its page may get another word one day, its number stays."""
    return redirect(words_of(public_event_or_404(number)).path)


@require_safe
def calendar(request: HttpRequest, number: int) -> HttpResponse:
    """One event as a calendar file."""
    found = public_event_or_404(number)
    return _calendar(
        calendar_file([found], active_language(), at=database_now()), f"{found.starts_at:%Y-%m-%d}-{number}"
    )


@require_safe
def calendar_feed(request: HttpRequest) -> HttpResponse:
    """The calendar to subscribe to: what is ahead, examples left out."""
    now = database_now()
    ahead = upcoming_events(at=now).filter(is_example=False)
    return _calendar(calendar_file(ahead, active_language(), at=now), "portal")


def _calendar(content: bytes, name: str) -> HttpResponse:
    return HttpResponse(
        content,
        content_type="text/calendar; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}.ics"'},
    )
