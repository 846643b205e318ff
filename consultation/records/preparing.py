"""What a coordinator lays ready beside the draft: documents, notices given elsewhere, meetings."""

import secrets
from pathlib import Path

from django.conf import settings
from django.core.files.storage import FileSystemStorage
from django.db import models
from django.utils.translation import gettext_lazy as _

from consultation.enums import DocumentKind, NoticeChannel, QuestionKind
from consultation.records.consultation import Consultation
from portal.languages.bilingual import Bilingual


def file_store() -> FileSystemStorage:
    """Where files lie: beside the media folder, never below it, so that only our own views hand them out."""
    return FileSystemStorage(location=Path(settings.DATA_DIR) / "consultation", base_url=None)


def own_place(instance: models.Model, filename: str) -> str:
    """A folder of its own for each file: two uploads of one name must never share or overwrite bytes."""
    return f"{instance._meta.model_name}/{secrets.token_hex(8)}/{filename}"


class SuppliedDocument(models.Model):
    """A document that belongs to the draft: handed to the public, or said to be missing, and why."""

    consultation = models.ForeignKey(
        Consultation, on_delete=models.CASCADE, related_name="documents", verbose_name=_("consultation")
    )
    kind = models.CharField(_("kind of document"), max_length=15, choices=DocumentKind)
    title_sq = models.CharField(_("title in Albanian"), max_length=300, blank=True)
    title_en = models.CharField(_("title in English"), max_length=300, blank=True)
    file_sq = models.FileField(
        _("file in Albanian"), storage=file_store, upload_to=own_place, max_length=300, blank=True
    )
    file_en = models.FileField(
        _("file in English"), storage=file_store, upload_to=own_place, max_length=300, blank=True
    )
    missing_reason_sq = models.CharField(_("why it is not supplied, in Albanian"), max_length=300, blank=True)
    missing_reason_en = models.CharField(_("why it is not supplied, in English"), max_length=300, blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    title = Bilingual("title")
    missing_reason = Bilingual("missing_reason")

    class Meta:
        ordering = ["consultation", "position", "pk"]
        verbose_name = _("document of a consultation")
        verbose_name_plural = _("documents of consultations")

    def __str__(self) -> str:
        return self.title or str(self.get_kind_display())

    @property
    def is_supplied(self) -> bool:
        return bool(self.file_sq or self.file_en)


class NoticeGiven(models.Model):
    """Where else the notice was given, as the law's other forms have it: the public register, a newspaper, a letter."""

    consultation = models.ForeignKey(
        Consultation, on_delete=models.CASCADE, related_name="notices_given", verbose_name=_("consultation")
    )
    channel = models.CharField(_("form of notice"), max_length=15, choices=NoticeChannel)
    where_sq = models.CharField(_("where, in Albanian"), max_length=300)
    where_en = models.CharField(_("where, in English"), max_length=300, blank=True)
    url = models.URLField(_("address on the web"), max_length=500, blank=True)
    given_on = models.DateField(_("given on"))
    proof = models.FileField(_("proof"), storage=file_store, upload_to=own_place, max_length=300, blank=True)

    where = Bilingual("where")

    class Meta:
        ordering = ["given_on", "pk"]
        verbose_name = _("notice given elsewhere")
        verbose_name_plural = _("notices given elsewhere")

    def __str__(self) -> str:
        return f"{self.get_channel_display()}, {self.given_on:%Y-%m-%d}"


class PublicMeeting(models.Model):
    """A meeting at which the draft was discussed: counted apart in the report and in the law's yearly figures.

    `event_url` leads to the event where the portal itself registered its guests.
    """

    consultation = models.ForeignKey(
        Consultation, on_delete=models.CASCADE, related_name="meetings", verbose_name=_("consultation")
    )
    held_on = models.DateField(_("held on"))
    title_sq = models.CharField(_("title in Albanian"), max_length=300)
    title_en = models.CharField(_("title in English"), max_length=300, blank=True)
    place = models.CharField(_("place"), max_length=200, blank=True)
    attended = models.PositiveIntegerField(_("people who came"), null=True, blank=True)
    event_url = models.CharField(_("address of the event"), max_length=500, blank=True)

    title = Bilingual("title")

    class Meta:
        ordering = ["held_on", "pk"]
        verbose_name = _("public meeting")
        verbose_name_plural = _("public meetings")

    def __str__(self) -> str:
        return f"{self.held_on:%Y-%m-%d} {self.title_sq}"


class Question(models.Model):
    """A question beside the draft. Its results are shown by stakeholder category."""

    consultation = models.ForeignKey(
        Consultation, on_delete=models.CASCADE, related_name="questions", verbose_name=_("consultation")
    )
    position = models.PositiveSmallIntegerField(_("position"))
    kind = models.CharField(_("kind of question"), max_length=10, choices=QuestionKind)
    text_sq = models.CharField(_("question in Albanian"), max_length=500)
    text_en = models.CharField(_("question in English"), max_length=500, blank=True)
    is_required = models.BooleanField(_("must be answered"), default=False)

    text = Bilingual("text")

    class Meta:
        ordering = ["consultation", "position"]
        verbose_name = _("question")
        verbose_name_plural = _("questions")
        constraints = [
            models.UniqueConstraint(fields=["consultation", "position"], name="question_position_once"),
        ]

    def __str__(self) -> str:
        return self.text_sq


class QuestionOption(models.Model):
    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="options", verbose_name=_("question"))
    position = models.PositiveSmallIntegerField(_("position"))
    text_sq = models.CharField(_("option in Albanian"), max_length=300)
    text_en = models.CharField(_("option in English"), max_length=300, blank=True)

    text = Bilingual("text")

    class Meta:
        ordering = ["question", "position"]
        verbose_name = _("option")
        verbose_name_plural = _("options")
        constraints = [models.UniqueConstraint(fields=["question", "position"], name="option_position_once")]

    def __str__(self) -> str:
        return self.text_sq
