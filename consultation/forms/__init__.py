from consultation.forms.answering import AnswerForm
from consultation.forms.asking import InvitationForm, QuestionForm
from consultation.forms.author import AuthorForm
from consultation.forms.beside import DocumentForm, MeetingForm, NoticeForm
from consultation.forms.commenting import CategoryField, CommentForm, WordsForm
from consultation.forms.drafting import EnglishImportForm, ImportForm, ProvisionForm
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
    "EnglishImportForm",
    "ExtensionForm",
    "FollowForm",
    "HandOverForm",
    "HideForm",
    "ImportForm",
    "InvitationForm",
    "MeetingForm",
    "NoticeForm",
    "PairsForm",
    "ProvisionForm",
    "PublishVersionForm",
    "QuestionForm",
    "ReasonForm",
    "StartConsultationForm",
    "SupportForm",
    "TranslationForm",
    "WordsForm",
]
