from events.views.door import door, note_arrival
from events.views.reading import calendar, calendar_feed, event
from events.views.registering import manage, receipt, register_for_event

__all__ = [
    "calendar",
    "calendar_feed",
    "door",
    "event",
    "manage",
    "note_arrival",
    "receipt",
    "register_for_event",
]
