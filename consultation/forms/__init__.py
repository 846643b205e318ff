from consultation.forms.answering import AnswerForm
from consultation.forms.author import AuthorForm
from consultation.forms.beside import DocumentForm, MeetingForm, NoticeForm
from consultation.forms.commenting import CategoryField, CommentForm, WordsForm
from consultation.forms.drafting import ImportForm, ProvisionForm
from consultation.forms.joining import AbuseForm, FollowForm, SupportForm
from consultation.forms.moderating import HideForm, TranslationForm
from consultation.forms.preparing import ConsultationForm, ExtensionForm, HandOverForm, StartConsultationForm
from consultation.forms.reasons import ReasonForm
from consultation.forms.versioning import PairsForm, PublishVersionForm

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
    "HideForm",
    "ImportForm",
    "MeetingForm",
    "NoticeForm",
    "PairsForm",
    "ProvisionForm",
    "PublishVersionForm",
    "ReasonForm",
    "StartConsultationForm",
    "SupportForm",
    "TranslationForm",
    "WordsForm",
]
