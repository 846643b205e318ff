from consultation.forms.answering import AnswerForm
from consultation.forms.commenting import CategoryField, CommentForm, WordsForm
from consultation.forms.drafting import ImportForm, ProvisionForm
from consultation.forms.preparing import ConsultationForm, ExtensionForm, StartConsultationForm
from consultation.forms.reasons import ReasonForm

__all__ = [
    "AnswerForm",
    "CategoryField",
    "CommentForm",
    "ConsultationForm",
    "ExtensionForm",
    "ImportForm",
    "ProvisionForm",
    "ReasonForm",
    "StartConsultationForm",
    "WordsForm",
]
