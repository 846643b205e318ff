from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.widgets import AdminDateInput, AdminDateTimeInput

from consultation.forms.reasons import ReasonForm
from consultation.records import Consultation
from consultation.services import ConsultationFacts, ConsultationWords
from portal.languages.enums import Language

FACTS = (
    "act_kind",
    "institution",
    "legal_basis_sq",
    "legal_basis_en",
    "review",
    "contact_role_sq",
    "contact_role_en",
    "contact_email",
    "opens_at",
    "working_days",
    "is_informal",
    "answers_due_on",
)
"""What the form asks about the record; the panels of a screen add the words."""


class ConsultationForm(WagtailAdminModelForm):
    """What the coordinator decides about a consultation. Its words come with it only when it is started."""

    class Meta:
        model = Consultation
        fields = FACTS
        widgets = {"opens_at": AdminDateTimeInput, "answers_due_on": AdminDateInput}
        help_texts = {
            "opens_at": _("The first working day counted is the one after it. The closing day is computed."),
            "working_days": _("Law 146/2014: 20, and up to 40 for complex or important acts."),
        }

    @property
    def facts(self) -> ConsultationFacts:
        return ConsultationFacts(
            **{name: self.cleaned_data[name] for name in FACTS}, is_example=self.instance.is_example
        )


class StartConsultationForm(ConsultationForm):
    """One form for the record and both pages."""

    title_sq = forms.CharField(label=_("Title in Albanian"), max_length=255)
    title_en = forms.CharField(label=_("Title in English"), max_length=255)
    slug_sq = forms.SlugField(label=_("Address word in Albanian"), required=False, max_length=100)
    slug_en = forms.SlugField(label=_("Address word in English"), required=False, max_length=100)
    summary_sq = forms.CharField(
        label=_("Summary in Albanian"), required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    summary_en = forms.CharField(
        label=_("Summary in English"), required=False, widget=forms.Textarea(attrs={"rows": 3})
    )

    @property
    def words(self) -> dict[Language, ConsultationWords]:
        data = self.cleaned_data
        return {
            language: ConsultationWords(
                title=data[f"title_{language}"], slug=data[f"slug_{language}"], summary=data[f"summary_{language}"]
            )
            for language in Language
        }


class ExtensionForm(ReasonForm):
    working_days = forms.IntegerField(
        label=_("Working days in all"),
        min_value=1,
        max_value=250,
        help_text=_("Counted from the notice, not added to it."),
    )
    field_order = ["working_days", "reason_sq", "reason_en"]
