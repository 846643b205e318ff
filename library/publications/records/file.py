import secrets
from pathlib import Path

from django.conf import settings
from django.core.files.storage import FileSystemStorage
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from library.publications.enums import FileLanguage, MediaType, TextState
from library.publications.records.publication import Publication


def file_store() -> FileSystemStorage:
    """Where files lie: beside the media folder, never below it, so that only our own view hands them out."""
    return FileSystemStorage(location=Path(settings.DATA_DIR) / "library", base_url=None)


def own_place(instance: "PublicationFile", filename: str) -> str:
    """A folder of its own for each file: two uploads of one name must never share or overwrite bytes."""
    return f"{instance.publication_id}/{secrets.token_hex(8)}/{filename}"


class PublicationFile(models.Model):
    """A file of a publication: the text itself, or the portal's information sheet, which says that it is one."""

    publication = models.ForeignKey(
        Publication, on_delete=models.CASCADE, related_name="files", verbose_name=_("publication")
    )
    language = models.CharField(_("language"), max_length=3, choices=FileLanguage)
    file = models.FileField(_("file"), storage=file_store, upload_to=own_place, max_length=300)
    name = models.CharField(_("file name"), max_length=150)
    media_type = models.CharField(_("kind of file"), max_length=80, choices=MediaType)
    size = models.PositiveBigIntegerField(_("size in bytes"))
    sha256 = models.CharField(_("SHA-256"), max_length=64)
    page_count = models.PositiveIntegerField(_("pages"), null=True, blank=True)
    preview = models.FileField(
        _("picture of the first page"), storage=file_store, upload_to=own_place, max_length=300, blank=True
    )
    is_information_sheet = models.BooleanField(_("information sheet of the portal"), default=False)
    made_from = models.CharField(_("digest of what the sheet was made from"), max_length=64, blank=True, editable=False)
    text_state = models.CharField(_("text"), max_length=10, choices=TextState, default=TextState.WAITING)
    text_attempts = models.PositiveSmallIntegerField(_("attempts to read the text"), default=0, editable=False)
    text_claimed_until = models.DateTimeField(_("being read until"), null=True, blank=True, editable=False)
    added_at = models.DateTimeField(_("added at"), default=timezone.now)

    class Meta:
        ordering = ["is_information_sheet", "id"]
        verbose_name = _("file")
        verbose_name_plural = _("files")
        constraints = [
            models.UniqueConstraint(fields=["publication", "sha256"], name="file_once_a_publication"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def stored_names(self) -> list[str]:
        """Everything of this file that lies on disk."""
        return [each.name for each in (self.file, self.preview) if each.name]


class FilePage(models.Model):
    """The text of one page of a file. A row a page: a hit names it, and the index is rewritten without reading PDFs."""

    file = models.ForeignKey(PublicationFile, on_delete=models.CASCADE, related_name="pages", verbose_name=_("file"))
    number = models.PositiveIntegerField(_("page"))
    text = models.TextField(_("text"), blank=True)

    class Meta:
        ordering = ["file", "number"]
        verbose_name = _("page of a file")
        verbose_name_plural = _("pages of files")
        constraints = [models.UniqueConstraint(fields=["file", "number"], name="page_once_a_file")]

    def __str__(self) -> str:
        return f"{self.file_id}, {self.number}"
