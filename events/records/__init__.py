from events.records.event import CategoryQuota, Event, ProgrammeItem
from events.records.registration import AccessNeeds, Attendance, Registration

__all__ = ["AccessNeeds", "Attendance", "CategoryQuota", "Event", "ProgrammeItem", "Registration"]
