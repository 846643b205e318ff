"""The editors' forms."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from library.publications.enums import FileLanguage, Topic
from library.publications.errors import FileAlreadyThere
from library.publications.records import Publication
from library.publications.services.inspect_upload import InspectedFile, inspect_upload
from portal.accounts.errors import Refusal
from portal.languages.enums import Language

SUMMARY_LENGTH = 1000


class UploadField(forms.FileField):
    """A PDF or DOCX that is what its name says; its cleaned value is the inspected file."""

    def clean(self, data: Any, initial: Any = None) -> InspectedFile | None:
        upload = super().clean(data, initial)
        if not upload:
            return None
        try:
            return inspect_upload(upload, upload.name)
        except Refusal as refusal:
            raise ValidationError(str(refusal.message), code="file") from refusal


class RecordForm(WagtailAdminModelForm):
    """Facts of a record and the summaries of its pages. Everything else that its pages say is written on the pages."""

    summary_sq = forms.CharField(
        label=_("Summary in Albanian"),
        max_length=SUMMARY_LENGTH,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    summary_en = forms.CharField(
        label=_("Summary in English"),
        max_length=SUMMARY_LENGTH,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            for page in self.instance.pages.select_related("locale"):
                draft: Any = page.get_latest_revision_as_object()
                self.initial[f"summary_{page.locale.language_code}"] = draft.summary

    @property
    def facts(self) -> dict[str, Any]:
        """The record's own fields. Only of a valid form."""
        names = {field.name for field in self._meta.model._meta.fields} - {"id", "code"}
        return {name: value for name, value in self.cleaned_data.items() if name in names}

    @property
    def words(self) -> dict[Language, dict[str, Any]]:
        return {language: {"summary": self.cleaned_data[f"summary_{language}"]} for language in Language}


class StartsRecord(RecordForm):
    """The one form that a record begins with: the address words of both pages too."""

    titled = ("name_sq", "name_en")

    slug_sq = forms.SlugField(
        label=_("Address word in Albanian"),
        max_length=100,
        required=False,
        help_text=_("Left empty, it follows the title."),
    )
    slug_en = forms.SlugField(label=_("Address word in English"), max_length=100, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].required = False
        self.fields["code"].help_text = _("Left empty, it follows the title.")

    def clean_code(self) -> str:
        """Left empty, the code follows the title, with a number behind it if another record has it."""
        if code := self.cleaned_data.get("code"):
            return str(code)
        title = next((self.data[name] for name in self.titled if self.data.get(name)), "")
        wanted = slugify(title)[:60].strip("-") or "record"
        taken = set(self._meta.model.objects.filter(code__startswith=wanted).values_list("code", flat=True))
        names = (wanted, *(f"{wanted}-{number}" for number in range(2, len(taken) + 3)))
        return next(name for name in names if name not in taken)

    @property
    def slugs(self) -> dict[Language, str]:
        return {language: self.cleaned_data[f"slug_{language}"] for language in Language}


class PublicationForm(RecordForm):
    """Facts, titles and summaries of a publication."""

    topics = forms.MultipleChoiceField(
        label=_("Topics"), choices=Topic, required=False, widget=forms.CheckboxSelectMultiple
    )
    languages = forms.MultipleChoiceField(
        label=_("Languages of the text"),
        choices=[choice for choice in FileLanguage.choices if choice[0] != FileLanguage.MULTIPLE],
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        publication: Publication = self.instance
        self.initial["topics"] = publication.topics.split()
        self.initial["languages"] = publication.languages.split()

    def clean_topics(self) -> str:
        return " ".join(self.cleaned_data["topics"])

    def clean_languages(self) -> str:
        return " ".join(self.cleaned_data["languages"])

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if not cleaned.get("title_sq") and not cleaned.get("title_en"):
            self.add_error("title_sq", _("Write a title in at least one language."))
        return cleaned


class StartPublicationForm(StartsRecord, PublicationForm):
    """The one form that a publication begins with, the first file among it if it is at hand."""

    titled = ("title_sq", "title_en")

    upload = UploadField(
        label=_("File"), required=False, help_text=_("PDF or DOCX, up to 40 MB. More can be added afterwards.")
    )
    upload_language = forms.ChoiceField(label=_("Language of the file"), choices=FileLanguage, required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("upload") and not cleaned.get("upload_language"):
            self.add_error("upload_language", _("Say which language the file is in."))
        return cleaned


class AttachFileForm(WagtailAdminModelForm):
    """A new file of a publication."""

    upload = UploadField(label=_("File"), help_text=_("PDF or DOCX, up to 40 MB."))

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        upload, publication = cleaned.get("upload"), cleaned.get("publication")
        if upload and publication and publication.files.filter(sha256=upload.sha256).exists():
            self.add_error("upload", str(FileAlreadyThere.message))
        return cleaned


class RelationForm(WagtailAdminModelForm):
    """What one publication does to another."""
