from consultation.records.answers import OfficialResponse
from consultation.records.comments import ConsultationComment, ModerationEvent
from consultation.records.consultation import Consultation, DeadlineChange
from consultation.records.contribution import Contribution
from consultation.records.drafts import DraftVersion, Provision
from consultation.records.holidays import HolidayOverride

__all__ = [
    "Consultation",
    "ConsultationComment",
    "Contribution",
    "DeadlineChange",
    "DraftVersion",
    "HolidayOverride",
    "ModerationEvent",
    "OfficialResponse",
    "Provision",
]
