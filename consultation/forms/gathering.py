from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from consultation.enums import AnswerState, Decision
from consultation.records import Consultation, ConsultationComment, Issue, IssueNote, OfficialResponse, Provision
from library.strategy.models import Measure
from portal.stakeholders.models import Institution


class IssueForm(forms.ModelForm):
    """What an issue is called and who answers it."""

    class Meta:
        model = Issue
        fields = ["title_sq", "title_en", "theme", "institution"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("title_sq", "title_en"):
            self.fields[name].required = True
        institution = self.fields["institution"]
        assert isinstance(institution, forms.ModelChoiceField)
        institution.queryset = Institution.objects.order_by("name_sq")


class AddToIssueForm(forms.Form):
    issue = forms.ModelChoiceField(label=_("Add to the issue"), queryset=Issue.objects.none())

    def __init__(self, *args: Any, consultation: Consultation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        issue = self.fields["issue"]
        assert isinstance(issue, forms.ModelChoiceField)
        issue.queryset = Issue.objects.filter(consultation=consultation).exclude(title_sq="")


class NoteForm(forms.ModelForm):
    class Meta:
        model = IssueNote
        fields = ["text"]
        widgets = {"text": forms.Textarea(attrs={"rows": 3})}


class ProvisionChoice(forms.ModelChoiceField):
    def label_from_instance(self, obj: Provision) -> str:
        name = " ".join(filter(None, [obj.label, obj.heading])) or obj.anchor
        return str(_("Draft %(number)s")) % {"number": obj.version.number} + f": {name}"


class ResponseForm(forms.Form):
    """The answer to an issue. `revision` is the one it was begun from."""

    revision = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    decision = forms.ChoiceField(label=_("Decision"), choices=Decision, widget=forms.RadioSelect, required=False)
    reason_sq = forms.CharField(
        label=_("Reason in Albanian"), max_length=5000, required=False, widget=forms.Textarea(attrs={"rows": 5})
    )
    reason_en = forms.CharField(
        label=_("Reason in English"), max_length=5000, required=False, widget=forms.Textarea(attrs={"rows": 5})
    )
    resulting_provision = ProvisionChoice(
        label=_("Provision that changed"), queryset=Provision.objects.none(), required=False
    )
    state = forms.ChoiceField(
        label=_("State"),
        choices=AnswerState,
        widget=forms.RadioSelect,
        initial=AnswerState.DRAFT,
        help_text=_("Approved answers wait until they are published together."),
    )

    def __init__(self, *args: Any, issue: Issue, response: OfficialResponse | None, **kwargs: Any) -> None:
        names = ("decision", "reason_sq", "reason_en", "resulting_provision", "state", "revision")
        given = {name: getattr(response, name) for name in names} if response else {"revision": 0}
        super().__init__(*args, **(kwargs | {"initial": given}))
        provision = self.fields["resulting_provision"]
        assert isinstance(provision, forms.ModelChoiceField)
        provision.queryset = (
            Provision.objects.filter(version__consultation=issue.consultation_id)
            .select_related("version")
            .order_by("-version__number", "position")
        )
        if response is not None and response.is_public:
            self.fields["state"].disabled = True


class MeasureChoice(forms.ModelChoiceField):
    def label_from_instance(self, obj: Measure) -> str:
        return f"{obj.code} {obj.name}"


class NarrowForm(forms.Form):
    """Which comments to show for gathering."""

    provision = ProvisionChoice(label=_("On the provision"), queryset=Provision.objects.none(), required=False)
    measure = MeasureChoice(label=_("On the measure"), queryset=Measure.objects.none(), required=False)
    words = forms.CharField(label=_("With the words"), max_length=100, required=False)

    def __init__(self, *args: Any, consultation: Consultation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        comments = ConsultationComment.objects.filter(consultation=consultation)
        provision, measure = self.fields["provision"], self.fields["measure"]
        assert isinstance(provision, forms.ModelChoiceField)
        assert isinstance(measure, forms.ModelChoiceField)
        provision.queryset = (
            Provision.objects.filter(pk__in=comments.values("provision"))
            .select_related("version")
            .order_by("-version__number", "position")
        )
        measure.queryset = Measure.objects.filter(pk__in=comments.values("measure"))
        if not measure.queryset.exists():
            del self.fields["measure"]
