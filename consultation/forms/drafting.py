from typing import Any

from django import forms
from django.core.validators import FileExtensionValidator
from django.utils.translation import gettext_lazy as _

from consultation.enums import ProvisionKind
from consultation.records import Provision
from consultation.services import ProvisionRow, ProvisionWords
from consultation.services.draft import as_typed


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


class EnglishImportForm(forms.Form):
    english = forms.FileField(
        label=_("The draft in English (DOCX)"),
        validators=[FileExtensionValidator(["docx"])],
        help_text=_(
            "It is laid beside the Albanian rows by their order and numbers. English that stands there is replaced."
        ),
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
