import secrets
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from consultation.enums import ShownAs
from consultation.records.comments import TEXT_LIMIT, WORDING_LIMIT
from consultation.services import Author
from portal.languages.enums import active_language
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
