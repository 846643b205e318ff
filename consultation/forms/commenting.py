from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from consultation.forms.author import AuthorForm, CategoryField
from consultation.records import Provision
from consultation.records.comments import TEXT_LIMIT, WORDING_LIMIT
from consultation.services import Remark
from library.strategy.models import Measure
from portal.languages.enums import active_language

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
__all__ = ["WRITTEN_IN", "CategoryField", "CommentForm", "WordsForm"]


class WordsForm(forms.Form):
    """What somebody says: the words, the wording they propose and why, the language they write in."""

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
    reason = forms.CharField(
        label=_("Why"),
        required=False,
        max_length=WORDING_LIMIT,
        widget=forms.Textarea(attrs={"rows": 3}),
        strip=False,
    )
    language = forms.ChoiceField(label=_("The language you write in"), choices=WRITTEN_IN)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["language"].initial = self.fields["language"].initial or active_language().value
        for name in ("text", "proposed_wording", "reason"):
            # A browser would cut a pasted text short without a word; the form says how much is too much.
            self.fields[name].widget.attrs.pop("maxlength", None)

    def clean_text(self) -> str:
        text = with_own_breaks(self.cleaned_data["text"])
        if not text.strip():
            raise forms.ValidationError(_("Write your comment."), code="required")
        return text

    def clean_proposed_wording(self) -> str:
        return with_own_breaks(self.cleaned_data["proposed_wording"])

    def clean_reason(self) -> str:
        return with_own_breaks(self.cleaned_data["reason"])

    @property
    def words(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("text", "proposed_wording", "reason", "language")}


def with_own_breaks(text: str) -> str:
    """The text with the line breaks that were typed: a browser sends each as two characters."""
    return text.replace("\r\n", "\n")


class MeasureField(forms.ModelChoiceField):
    def label_from_instance(self, obj: Measure) -> str:
        return f"{obj.code} {obj.name}"


class CommentForm(AuthorForm, WordsForm):
    """A comment with its author. Laid into the basket, it needs no author yet."""

    measure = MeasureField(
        label=_("What the comment is on"),
        queryset=Measure.objects.none(),
        required=False,
        empty_label=_("The provision itself"),
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, to_basket: bool = False, provision: Provision | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        measures = provision.measures.all() if provision is not None else Measure.objects.none()
        field = self.fields["measure"]
        assert isinstance(field, MeasureField)
        field.queryset = measures
        if not measures:
            del self.fields["measure"]
        if to_basket:
            keep = {"measure", *WordsForm.base_fields}
            for name in self.fields.keys() - keep:
                self.fields[name].required = False

    def remark(self, provision: Provision | None) -> Remark:
        """What was written, and the one thing it is on."""
        measure = self.cleaned_data.get("measure")
        return Remark(**self.words, provision=None if measure else provision, measure=measure)
