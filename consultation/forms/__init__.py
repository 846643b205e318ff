from consultation.forms.answering import AnswerForm
from consultation.forms.author import AuthorForm
from consultation.forms.beside import DocumentForm, MeetingForm, NoticeForm
from consultation.forms.commenting import CategoryField, CommentForm, WordsForm
from consultation.forms.drafting import ImportForm, ProvisionForm
from consultation.forms.joining import AbuseForm, FollowForm, SupportForm
from consultation.forms.preparing import ConsultationForm, ExtensionForm, HandOverForm, StartConsultationForm
from consultation.forms.reasons import ReasonForm

__all__ = [
    "AbuseForm",
    "AnswerForm",
    "AuthorForm",
    "CategoryField",
    "CommentForm",
    "ConsultationForm",
    "DocumentForm",
    "ExtensionForm",
    "FollowForm",
    "HandOverForm",
    "ImportForm",
    "MeetingForm",
    "NoticeForm",
    "ProvisionForm",
    "ReasonForm",
    "StartConsultationForm",
    "SupportForm",
    "WordsForm",
]
