"""Django's registry of this room's records and pages."""

from consultation.pages import ConsultationIndexPage, ConsultationPage
from consultation.records import (
    Consultation,
    ConsultationComment,
    Contribution,
    DeadlineChange,
    DraftVersion,
    HolidayOverride,
    ModerationEvent,
    OfficialResponse,
    Provision,
)

__all__ = [
    "Consultation",
    "ConsultationComment",
    "ConsultationIndexPage",
    "ConsultationPage",
    "Contribution",
    "DeadlineChange",
    "DraftVersion",
    "HolidayOverride",
    "ModerationEvent",
    "OfficialResponse",
    "Provision",
]
