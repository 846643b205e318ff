from events.pages import EventIndexPage, EventPage
from events.records import AccessNeeds, Attendance, CategoryQuota, Event, ProgrammeItem, Registration

__all__ = [
    "AccessNeeds",
    "Attendance",
    "CategoryQuota",
    "Event",
    "EventIndexPage",
    "EventPage",
    "ProgrammeItem",
    "Registration",
]
