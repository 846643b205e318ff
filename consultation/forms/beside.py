"""Forms for what stands beside a draft: documents, notices given elsewhere, meetings."""

from typing import Any

from django import forms
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from consultation.enums import DocumentKind
from consultation.records import NoticeGiven, PublicMeeting, SuppliedDocument
from library.publications.services.inspect_upload import inspect_upload
from portal.accounts.errors import Refusal

FILE_HELP = _("PDF or DOCX, up to 40 MB.")


def inspected(upload: Any) -> Any:
    """A new upload with the name and bytes that were looked at; what lies there already stays."""
    if not isinstance(upload, UploadedFile):
        return upload
    try:
        found = inspect_upload(upload, upload.name or "")
    except Refusal as refusal:
        raise forms.ValidationError(str(refusal.message)) from refusal
    return ContentFile(found.content, name=found.name)


class DocumentForm(forms.ModelForm):
    """A document: supplied in at least one language, or missing, with the reason in both."""

    class Meta:
        model = SuppliedDocument
        fields = (
            "kind",
            "title_sq",
            "title_en",
            "file_sq",
            "file_en",
            "missing_reason_sq",
            "missing_reason_en",
            "position",
        )
        help_texts = {"file_sq": FILE_HELP, "file_en": FILE_HELP}

    def clean_file_sq(self) -> Any:
        return inspected(self.cleaned_data["file_sq"])

    def clean_file_en(self) -> Any:
        return inspected(self.cleaned_data["file_en"])

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        supplied = any(data.get(name) for name in ("file_sq", "file_en"))
        reasons = [data.get(name, "").strip() for name in ("missing_reason_sq", "missing_reason_en")]
        if not supplied and not all(reasons) and not self.errors:
            raise forms.ValidationError(_("Upload a file, or write in both languages why it is not supplied."))
        if supplied and any(reasons):
            raise forms.ValidationError(_("A document that is supplied needs no reason why it is missing."))
        if data.get("kind") == DocumentKind.OTHER and not (data.get("title_sq") and data.get("title_en")):
            raise forms.ValidationError(_("Write in both languages what this document is."))
        return data


class NoticeForm(forms.ModelForm):
    url = forms.URLField(label=_("Address on the web"), required=False, max_length=500, assume_scheme="https")

    class Meta:
        model = NoticeGiven
        fields = ("channel", "where_sq", "where_en", "url", "given_on", "proof")
        widgets = {"given_on": AdminDateInput}
        help_texts = {"proof": _("A scan or copy, for the file only: it is not shown to the public. PDF or DOCX.")}

    def clean_proof(self) -> Any:
        return inspected(self.cleaned_data["proof"])


class MeetingForm(forms.ModelForm):
    class Meta:
        model = PublicMeeting
        fields = ("held_on", "title_sq", "title_en", "place", "attended", "event_url")
        widgets = {"held_on": AdminDateInput}
        help_texts = {
            "attended": _("Write it after the meeting."),
            "event_url": _("Where the portal registers its guests, e.g. /sq/ngjarje/3/."),
        }

    def clean_event_url(self) -> str:
        address: str = self.cleaned_data["event_url"].strip()
        if (address and not address.startswith(("/", "https://", "http://"))) or address.startswith("//"):
            raise forms.ValidationError(_("Write an address of this portal, or one that begins with https://."))
        return address
