import secrets
from typing import Any

from django import forms
from django.core.validators import FileExtensionValidator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.widgets import AdminDateInput, AdminDateTimeInput

from consultation.enums import Decision, ProvisionKind, ShownAs
from consultation.records import Consultation, Provision
from consultation.records.comments import TEXT_LIMIT, WORDING_LIMIT
from consultation.services import Author, ConsultationFacts, ConsultationWords, ProvisionRow, ProvisionWords
from consultation.services.draft import as_typed
from portal.languages.enums import Language, active_language
from portal.stakeholders.models import StakeholderCategory
from portal.stakeholders.selectors import top_categories

# BCP 47. A third language is welcome; "und" is one that the list does not know.
WRITTEN_IN = [
    ("sq", _("Albanian")),
    ("en", _("English")),
    ("de", _("German")),
    ("el", _("Greek")),
    ("fr", _("French")),
    ("it", _("Italian")),
    ("mk", _("Macedonian")),
    ("rom", _("Romani")),
    ("sr", _("Serbian")),
    ("tr", _("Turkish")),
    ("und", pgettext_lazy("language", "Another one")),
]
EMAIL_HELP = _("Write an e-mail address, e.g. name@example.al")


class CategoryField(forms.ModelChoiceField):
    def label_from_instance(self, obj: StakeholderCategory) -> str:
        return str(obj.name)


class WordsForm(forms.Form):
    """What somebody says: the words, the wording they propose, the language they write in."""

    text = forms.CharField(
        label=_("What you think"),
        help_text=_("Write in Albanian, in English or in your own language."),
        max_length=TEXT_LIMIT,
        widget=forms.Textarea(attrs={"rows": 6}),
        strip=False,
        error_messages={"required": _("Write your comment.")},
    )
    proposed_wording = forms.CharField(
        label=_("The wording you propose"),
        required=False,
        max_length=WORDING_LIMIT,
        widget=forms.Textarea(attrs={"rows": 4}),
        strip=False,
    )
    language = forms.ChoiceField(label=_("The language you write in"), choices=WRITTEN_IN)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["language"].initial = self.fields["language"].initial or active_language().value
        for name in ("text", "proposed_wording"):
            # A browser would cut a pasted text short without a word; the form says how much is too much.
            self.fields[name].widget.attrs.pop("maxlength", None)

    def clean_text(self) -> str:
        text = with_own_breaks(self.cleaned_data["text"])
        if not text.strip():
            raise forms.ValidationError(_("Write your comment."), code="required")
        return text

    def clean_proposed_wording(self) -> str:
        return with_own_breaks(self.cleaned_data["proposed_wording"])


def with_own_breaks(text: str) -> str:
    """The text with the line breaks that were typed: a browser sends each as two characters."""
    return text.replace("\r\n", "\n")


class CommentForm(WordsForm):
    """A comment with its author. `form_key` makes one comment of a form that is sent twice."""

    email = forms.EmailField(
        label=_("Your e-mail address"),
        max_length=254,
        help_text=_("We send you only the receipt and the answer. The address is not published."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={"required": EMAIL_HELP, "invalid": EMAIL_HELP},
    )
    category = CategoryField(
        label=_("For which category you speak"),
        queryset=StakeholderCategory.objects.none(),
        empty_label=None,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose the category you speak for.")},
    )
    organisation = forms.CharField(
        label=_("Organisation"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
    name = forms.CharField(
        label=_("Your name"), required=False, max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    shown_as = forms.ChoiceField(
        label=_("What the public sees of you"),
        choices=ShownAs.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what the public sees of you.")},
    )
    licence = forms.BooleanField(
        label=_("I allow my comment to be published under the licence CC BY 4.0"),
        help_text=_("Anyone may quote it and names the source. Needed for publishing."),
        error_messages={"required": _("Without this permission the comment cannot be published.")},
    )
    form_key = forms.CharField(max_length=40, required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        category = self.fields["category"]
        assert isinstance(category, CategoryField)
        category.queryset = top_categories()
        self.fields["form_key"].initial = secrets.token_urlsafe(20)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("shown_as") == ShownAs.NAME and not cleaned.get("name", "").strip():
            self.add_error("name", _("Write your name, or choose another way to be shown."))
        if cleaned.get("shown_as") == ShownAs.ORGANISATION and not cleaned.get("organisation", "").strip():
            self.add_error("organisation", _("Write your organisation, or choose another way to be shown."))
        return cleaned

    @property
    def shown_as_hints(self) -> dict[str, Any]:
        return {
            ShownAs.NAME.value: _("Your name, category and organisation are shown."),
            ShownAs.ORGANISATION.value: _("Your name stays with the coordinator."),
            ShownAs.CATEGORY.value: _("Only the category is shown."),
        }

    @property
    def author(self) -> Author:
        data = self.cleaned_data
        return Author(
            email=data["email"],
            category=data["category"],
            name=data["name"],
            organisation=data["organisation"],
            shown_as=data["shown_as"],
            language=active_language(),
        )


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


class ReasonForm(forms.Form):
    """Why: the author and the public read it."""

    reason_sq = forms.CharField(
        label=_("Reason in Albanian"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )
    reason_en = forms.CharField(label=_("Reason in English"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))


class ExtensionForm(ReasonForm):
    working_days = forms.IntegerField(
        label=_("Working days in all"),
        min_value=1,
        max_value=250,
        help_text=_("Counted from the notice, not added to it."),
    )
    field_order = ["working_days", "reason_sq", "reason_en"]


class AnswerForm(forms.Form):
    decision = forms.ChoiceField(label=_("Decision"), choices=Decision, widget=forms.RadioSelect)
    reason_sq = forms.CharField(
        label=_("Reason in Albanian"), max_length=5000, widget=forms.Textarea(attrs={"rows": 5})
    )
    reason_en = forms.CharField(label=_("Reason in English"), max_length=5000, widget=forms.Textarea(attrs={"rows": 5}))


class ImportForm(forms.Form):
    albanian = forms.FileField(
        label=_("The draft in Albanian (DOCX)"),
        validators=[FileExtensionValidator(["docx"])],
        help_text=_("Up to 10 MB."),
    )
    english = forms.FileField(
        label=_("The same draft in English (DOCX)"),
        required=False,
        validators=[FileExtensionValidator(["docx"])],
        help_text=_("Its headings and numbered paragraphs must follow the Albanian ones one by one."),
    )


HOW_TO_WRITE = _("An empty line begins a new paragraph. Lists and tables are written in HTML.")


class ProvisionForm(forms.Form):
    """One row of a draft in two columns: plain paragraphs, or HTML where there are lists and tables."""

    kind = forms.ChoiceField(label=_("Kind"), choices=ProvisionKind, initial=ProvisionKind.PROVISION)
    label = forms.CharField(label=_("Number or label"), required=False, max_length=20)
    heading_sq = forms.CharField(label=_("Heading in Albanian"), required=False, max_length=300)
    heading_en = forms.CharField(label=_("Heading in English"), required=False, max_length=300)
    text_sq = forms.CharField(
        label=_("Text in Albanian"),
        required=False,
        help_text=HOW_TO_WRITE,
        widget=forms.Textarea(attrs={"rows": 12}),
    )
    text_en = forms.CharField(
        label=_("Text in English"),
        required=False,
        help_text=HOW_TO_WRITE,
        widget=forms.Textarea(attrs={"rows": 12}),
    )
    english_checked = forms.BooleanField(
        label=_("The English says what this Albanian says"), required=False, initial=True
    )

    def __init__(self, *args: Any, provision: Provision | None = None, **kwargs: Any) -> None:
        if provision is not None:
            names = ("kind", "label", "heading_sq", "heading_en", "text_sq", "text_en")
            initial = {name: getattr(provision, name) for name in names}
            initial |= {name: as_typed(initial[name]) for name in ("text_sq", "text_en")}
            kwargs["initial"] = initial | {"english_checked": not provision.english_is_behind}
        super().__init__(*args, **kwargs)
        if provision is not None:
            self.fields["kind"].disabled = True

    @property
    def words(self) -> ProvisionWords:
        names = ("heading_sq", "heading_en", "text_sq", "text_en")
        return ProvisionWords(**{name: self.cleaned_data[name] for name in names})

    @property
    def row(self) -> ProvisionRow:
        return ProvisionRow(words=self.words, kind=self.cleaned_data["kind"], label=self.cleaned_data["label"])
