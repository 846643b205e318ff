from consultation.records.answers import AnswerRelease, ConsultationReport, Issue, IssueNote, OfficialResponse
from consultation.records.comments import CommentTranslation, ConsultationComment, ModerationEvent
from consultation.records.consultation import Consultation, DeadlineChange
from consultation.records.contribution import Contribution, ContributionFile, QuestionAnswer
from consultation.records.drafts import DraftVersion, Provision, ProvisionLineage
from consultation.records.holidays import HolidayOverride
from consultation.records.news import News
from consultation.records.people import AbuseReport, Follower, Invitation, Support
from consultation.records.preparing import NoticeGiven, PublicMeeting, Question, QuestionOption, SuppliedDocument

__all__ = [
    "AbuseReport",
    "AnswerRelease",
    "CommentTranslation",
    "Consultation",
    "ConsultationComment",
    "ConsultationReport",
    "Contribution",
    "ContributionFile",
    "DeadlineChange",
    "DraftVersion",
    "Follower",
    "HolidayOverride",
    "Invitation",
    "Issue",
    "IssueNote",
    "ModerationEvent",
    "News",
    "NoticeGiven",
    "OfficialResponse",
    "Provision",
    "ProvisionLineage",
    "PublicMeeting",
    "Question",
    "QuestionAnswer",
    "QuestionOption",
    "SuppliedDocument",
    "Support",
]
