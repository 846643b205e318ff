from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.widgets import AdminDateInput, AdminDateTimeInput

from consultation.forms.reasons import ReasonForm
from consultation.records import Consultation
from consultation.selectors import coordinators, title_of
from consultation.services import ConsultationFacts, ConsultationWords
from portal.accounts.models import User
from portal.languages.enums import Language
from portal.stakeholders.selectors import top_categories

FACTS = (
    "act_kind",
    "is_prior_notice",
    "follows",
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
    "is_complex",
    "english_due_on",
    "answers_due_on",
    "who_may_comment",
    "invited_categories",
    "moderation_moment",
    "licence",
)
"""What the form asks about the record; the panels of a screen add the words."""


class PriorNoticeField(forms.ModelChoiceField):
    def label_from_instance(self, obj: Consultation) -> str:
        return f"{obj.number}: {title_of(obj)}"


class CoordinatorField(forms.ModelChoiceField):
    def label_from_instance(self, obj: User) -> str:
        return obj.get_full_name() or obj.email


class ConsultationForm(WagtailAdminModelForm):
    """What the coordinator decides about a consultation. Its words come with it only when it is started."""

    class Meta:
        model = Consultation
        fields = FACTS
        widgets = {
            "opens_at": AdminDateTimeInput,
            "answers_due_on": AdminDateInput,
            "english_due_on": AdminDateInput,
            "invited_categories": forms.CheckboxSelectMultiple,
        }
        help_texts = {
            "opens_at": _("The first working day counted is the one after it. The closing day is computed."),
            "working_days": _("Law 146/2014: 20, and up to 40 for complex or important acts."),
            "invited_categories": _("Whom the notice addresses by name. Others may comment all the same."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        notices = Consultation.objects.filter(is_prior_notice=True).exclude(pk=self.instance.pk)
        self.fields["follows"] = PriorNoticeField(
            label=self.fields["follows"].label, queryset=notices.prefetch_related("pages__locale"), required=False
        )
        categories = self.fields["invited_categories"]
        categories.queryset = top_categories()
        categories.label_from_instance = lambda category: str(category.name)

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
    coordinator = CoordinatorField(
        label=_("Coordinator"),
        queryset=User.objects.none(),
        required=False,
        empty_label=_("I do it myself"),
        help_text=_("Has the open duties of this consultation."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self, "coordinator", coordinators())

    @property
    def words(self) -> dict[Language, ConsultationWords]:
        data = self.cleaned_data
        return {
            language: ConsultationWords(
                title=data[f"title_{language}"], slug=data[f"slug_{language}"], summary=data[f"summary_{language}"]
            )
            for language in Language
        }


def _offer(form: forms.Form | ConsultationForm, name: str, people: QuerySet[User]) -> None:
    field = form.fields[name]
    assert isinstance(field, CoordinatorField)
    field.queryset = people


class HandOverForm(forms.Form):
    to = CoordinatorField(
        label=_("To whom"),
        queryset=User.objects.none(),
        help_text=_("Colleagues with the role of a coordinator. They get a letter."),
    )

    def __init__(self, *args: Any, consultation: Consultation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        colleagues = coordinators()
        if consultation.coordinator_id:
            colleagues = colleagues.exclude(pk=consultation.coordinator_id)
        _offer(self, "to", colleagues)


class ExtensionForm(ReasonForm):
    working_days = forms.IntegerField(
        label=_("Working days in all"),
        min_value=1,
        max_value=250,
        help_text=_("Counted from the notice, not added to it."),
    )
    is_complex = forms.BooleanField(
        label=_("It is a complex or important act"),
        required=False,
        help_text=_("The law then allows up to 40 working days in all."),
    )
    field_order = ["working_days", "is_complex", "reason_sq", "reason_en"]
