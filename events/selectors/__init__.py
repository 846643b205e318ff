from events.selectors.calendar import calendar_file
from events.selectors.list_page import list_context
from events.selectors.listing import past_events, public_events, upcoming_dates, upcoming_events, visible_to
from events.selectors.places import events_with_a_queue, places_of, queue_of, turn_of
from events.selectors.programme import ProgrammeDay, programme_by_day
from events.selectors.registrations import (
    DoorList,
    desk_places,
    door_list,
    name_of,
    needs_of,
    registrations_of,
    sheet_of,
)
from events.selectors.telling import category_hints, event_context, events_address, status_of
from events.selectors.words import EventWords, one_line, source_page, words_of

__all__ = [
    "DoorList",
    "EventWords",
    "ProgrammeDay",
    "calendar_file",
    "category_hints",
    "desk_places",
    "door_list",
    "event_context",
    "events_address",
    "events_with_a_queue",
    "list_context",
    "name_of",
    "needs_of",
    "one_line",
    "past_events",
    "places_of",
    "programme_by_day",
    "public_events",
    "queue_of",
    "registrations_of",
    "sheet_of",
    "source_page",
    "status_of",
    "turn_of",
    "upcoming_dates",
    "upcoming_events",
    "visible_to",
    "words_of",
]
