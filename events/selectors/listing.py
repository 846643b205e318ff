from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import QuerySet
from wagtail.models import Page

from events.enums import PUBLIC_STAGES, EventStage
from events.records import Event
from events.selectors.words import EventWords, words_of
from portal.accounts.enums import Role
from portal.accounts.policies import holds
from portal.languages.enums import SOURCE_LANGUAGE
from portal.work.clock import database_now

PREPARERS = (Role.ORGANISER, Role.EDITOR, Role.TRANSLATOR)
"""Who sees events that are still in preparation: those who make and word them."""


def visible_to(user: Any) -> QuerySet[Event]:
    """The events that somebody may know of: whatever is public, and for those who prepare events, all of them."""
    return Event.objects.all() if holds(user, *PREPARERS) else public_events()


def public_events() -> QuerySet[Event]:
    """Events that are announced (or were) and whose Albanian page is live and open to everybody. Translations follow it."""
    open_pages = Page.objects.live().public().filter(locale__language_code=SOURCE_LANGUAGE)
    return Event.objects.filter(stage__in=PUBLIC_STAGES, pages__page_ptr__in=open_pages)


def upcoming_events(
    user: Any = None, at: datetime | None = None, among: QuerySet[Event] | None = None
) -> QuerySet[Event]:
    """Announced events that are not over, the nearest first, with their pages at hand for `words_of`.

    The same for everybody: what is in preparation is found in the admin. `among` are public events that are at hand already.
    """
    public = public_events() if among is None else among
    ahead = public.filter(stage=EventStage.ANNOUNCED, ends_at__gt=at or database_now())
    return ahead.prefetch_related("pages__locale").order_by("starts_at", "number")


def past_events(user: Any = None, at: datetime | None = None, among: QuerySet[Event] | None = None) -> QuerySet[Event]:
    """Public events that are over or were called off, the latest first."""
    public = public_events() if among is None else among
    over = public.exclude(stage=EventStage.ANNOUNCED, ends_at__gt=at or database_now())
    return over.prefetch_related("pages__locale").order_by("-starts_at", "-number")


class UpcomingDate(NamedTuple):
    """A day ahead, with the event and its words, for "what happens next"."""

    starts_at: datetime
    event: Event
    words: EventWords


def upcoming_dates(user: Any = None, limit: int = 5) -> list[UpcomingDate]:
    return [UpcomingDate(event.starts_at, event, words_of(event)) for event in upcoming_events(user)[:limit]]
