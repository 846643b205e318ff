from typing import Any

from django import forms
from django.core.validators import FileExtensionValidator
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from consultation.enums import Channel, ShownAs
from consultation.forms.author import CategoryField
from consultation.forms.commenting import MeasureField, WordsForm
from consultation.forms.gathering import ProvisionChoice
from consultation.records import Contribution, ContributionFile, Provision
from consultation.services import Author, Remark
from consultation.services.enter import Arrival
from consultation.services.papers import inspect_paper
from library.strategy.models import Measure
from portal.accounts.errors import Refusal
from portal.languages.enums import Language
from portal.stakeholders.models import StakeholderCategory
from portal.stakeholders.selectors import top_categories

PAPER_KINDS = ["pdf", "docx", "odt"]


class EnterForm(forms.Form):
    """Who sent it, how it came, and the paper it came on."""

    channel = forms.ChoiceField(
        label=_("Channel"), choices=[each for each in Channel.choices if each[0] != Channel.WEBSITE]
    )
    received_on = forms.DateField(label=_("Received on"), widget=AdminDateInput)
    category = CategoryField(label=_("Stakeholder category"), queryset=StakeholderCategory.objects.none())
    organisation = forms.CharField(label=_("Organisation"), required=False, max_length=200)
    name = forms.CharField(
        label=_("Name"), required=False, max_length=120, help_text=_("Kept only together with an e-mail address.")
    )
    email = forms.EmailField(
        label=_("E-mail address"),
        required=False,
        max_length=254,
        help_text=_("If it was given. The answer goes there; without it nobody is written to."),
    )
    shown_as = forms.ChoiceField(label=_("What the public sees"), choices=ShownAs, initial=ShownAs.CATEGORY)
    language = forms.ChoiceField(label=_("Language of letters"), choices=Language.choices)
    paper = forms.FileField(
        label=_("Position paper"),
        required=False,
        validators=[FileExtensionValidator(PAPER_KINDS)],
        help_text=_("PDF, DOCX or ODT, up to 10 MB. Public together with the comments."),
    )
    scan = forms.FileField(
        label=_("Scan"),
        required=False,
        validators=[FileExtensionValidator(["pdf"])],
        help_text=_("PDF, up to 10 MB. Kept as proof, never public."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        category = self.fields["category"]
        assert isinstance(category, CategoryField)
        category.queryset = top_categories()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        shown_as = cleaned.get("shown_as")
        if shown_as == ShownAs.NAME and not (cleaned.get("name") and cleaned.get("email")):
            self.add_error("shown_as", _("A name is shown only where it stands together with an e-mail address."))
        if shown_as == ShownAs.ORGANISATION and not cleaned.get("organisation"):
            self.add_error("organisation", _("Write the organisation, or choose another way to be shown."))
        for name in ("paper", "scan"):
            if upload := cleaned.get(name):
                try:
                    cleaned[name] = inspect_paper(upload, upload.name)
                except Refusal as refusal:
                    self.add_error(name, str(refusal.message))
        return cleaned

    @property
    def author(self) -> Author:
        data = self.cleaned_data
        names = ("email", "category", "name", "organisation", "shown_as", "language")
        return Author(**{name: data[name] for name in names})

    @property
    def arrival(self) -> Arrival:
        data = self.cleaned_data
        return Arrival(
            channel=data["channel"],
            received_on=data["received_on"],
            scan=data["scan"] or None,
            papers=[data["paper"]] if data["paper"] else [],
        )


class PaperField(forms.ModelChoiceField):
    def label_from_instance(self, obj: ContributionFile) -> str:
        return obj.name


class EnteredCommentForm(WordsForm):
    """One comment of the contribution: on a provision, on a measure, or else on the whole draft."""

    provision = ProvisionChoice(
        label=_("On the provision"),
        queryset=Provision.objects.none(),
        required=False,
        empty_label=_("The whole text"),
    )
    measure = MeasureField(label=_("On the measure"), queryset=Measure.objects.none(), required=False)
    paper = PaperField(
        label=_("Clipped from the position paper"), queryset=ContributionFile.objects.none(), required=False
    )
    paper_page = forms.IntegerField(label=_("Page"), required=False, min_value=1, max_value=9999)
    field_order = ["provision", "measure", "paper", "paper_page"]

    def __init__(self, *args: Any, contribution: Contribution, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        papers = contribution.files.filter(is_scan=False)
        provisions = Provision.objects.filter(version__consultation=contribution.consultation_id)
        self._choices("provision", provisions.select_related("version").order_by("-version__number", "position"))
        self._choices("measure", Measure.objects.filter(provisions__in=provisions).distinct())
        self._choices("paper", papers)
        if contribution.channel == Channel.WEBSITE:
            self.fields["paper"].required = True

    def _choices(self, name: str, rows: Any) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = rows
        if not rows.exists():
            del self.fields[name]
            if name == "paper":
                del self.fields["paper_page"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("provision") and cleaned.get("measure"):
            self.add_error("measure", _("A comment is on one thing: the provision or the measure."))
        return cleaned

    @property
    def remark(self) -> Remark:
        data = self.cleaned_data
        return Remark(**self.words, provision=data.get("provision"), measure=data.get("measure"))
