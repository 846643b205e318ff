from datetime import datetime

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from consultation.enums import Channel, ShownAs
from consultation.records.consultation import Consultation
from consultation.records.preparing import Question, QuestionOption, file_store, own_place
from portal.accounts.models import Participant
from portal.languages.enums import Language
from portal.stakeholders.models import StakeholderCategory


class Contribution(models.Model):
    """What one person or organisation sent in at once, with one receipt.

    The category and the organisation are copied when it is sent: people change office, a comment keeps the one it was
    made from. A person's name and address stand in the participant alone, so that erasing them is one delete.
    """

    consultation = models.ForeignKey(
        Consultation, on_delete=models.PROTECT, related_name="contributions", verbose_name=_("consultation")
    )
    participant = models.ForeignKey(
        Participant,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="contributions",
        verbose_name=_("participant"),
    )
    category = models.ForeignKey(
        StakeholderCategory,
        on_delete=models.PROTECT,
        related_name="contributions",
        verbose_name=_("stakeholder category"),
    )
    shown_as = models.CharField(_("shown to the public"), max_length=12, choices=ShownAs, default=ShownAs.CATEGORY)
    organisation_name = models.CharField(_("organisation shown"), max_length=200, blank=True)
    channel = models.CharField(_("channel"), max_length=10, choices=Channel, default=Channel.WEBSITE)
    serial = models.PositiveIntegerField(_("number within the consultation"), editable=False)
    receipt = models.CharField(_("receipt"), max_length=30, unique=True, editable=False)
    form_key = models.CharField(_("key of the form"), max_length=40, null=True, blank=True, unique=True, editable=False)
    language = models.CharField(_("language of letters"), max_length=2, choices=Language)
    sent_at = models.DateTimeField(_("sent at"))
    confirmed_at = models.DateTimeField(_("confirmed at"), null=True, blank=True)
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True)
    edited_at = models.DateTimeField(_("changed by its author at"), null=True, blank=True)
    disowned_at = models.DateTimeField(
        _("disowned at"), null=True, blank=True, help_text=_("Whoever holds the address said that it was not they.")
    )
    received_on = models.DateField(
        _("received on"), null=True, blank=True, help_text=_("For what did not come through this website.")
    )
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="entered_contributions",
        verbose_name=_("entered by"),
    )
    suspicion = models.PositiveSmallIntegerField(
        _("suspicion"), default=0, help_text=_("Points against it being a person's own words; held for a moderator.")
    )

    class Meta:
        ordering = ["sent_at", "pk"]
        verbose_name = _("contribution")
        verbose_name_plural = _("contributions")
        constraints = [
            models.UniqueConstraint(fields=["consultation", "serial"], name="contribution_serial_once_a_consultation"),
        ]
        indexes = [models.Index(fields=["consultation", "confirmed_at"])]

    def __str__(self) -> str:
        return self.receipt

    @property
    def is_confirmed(self) -> bool:
        return self.confirmed_at is not None

    @property
    def is_withdrawn(self) -> bool:
        return self.withdrawn_at is not None

    def has_lapsed(self, at: datetime) -> bool:
        return not self.is_confirmed and at >= self.consultation.confirm_until

    @property
    def shown_name(self) -> str:
        """Who the public sees; empty where only the category is shown."""
        if self.shown_as == ShownAs.NAME and self.participant is not None:
            return ", ".join(filter(None, [self.participant.name, self.organisation_name]))
        if self.shown_as == ShownAs.ORGANISATION:
            return self.organisation_name
        return ""


class ContributionFile(models.Model):
    """A position paper, or the scan of what came on paper. Public with the comments of its contribution, never before."""

    contribution = models.ForeignKey(
        Contribution, on_delete=models.CASCADE, related_name="files", verbose_name=_("contribution")
    )
    file = models.FileField(_("file"), storage=file_store, upload_to=own_place, max_length=300)
    name = models.CharField(_("file name"), max_length=150)
    media_type = models.CharField(_("kind of file"), max_length=100)
    size = models.PositiveBigIntegerField(_("size in bytes"))
    sha256 = models.CharField(_("SHA-256"), max_length=64)
    is_scan = models.BooleanField(
        _("is a scan"), default=False, help_text=_("Kept as proof of what came on paper; never public.")
    )
    added_at = models.DateTimeField(_("added at"))

    class Meta:
        ordering = ["contribution", "pk"]
        verbose_name = _("file of a contribution")
        verbose_name_plural = _("files of contributions")

    def __str__(self) -> str:
        return self.name


class QuestionAnswer(models.Model):
    """What a contribution answers to a question beside the draft. Several choices are several rows."""

    contribution = models.ForeignKey(
        Contribution, on_delete=models.CASCADE, related_name="answers", verbose_name=_("contribution")
    )
    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="answers", verbose_name=_("question"))
    option = models.ForeignKey(
        QuestionOption,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="answers",
        verbose_name=_("option"),
    )
    scale = models.PositiveSmallIntegerField(_("on the scale"), null=True, blank=True)
    text = models.TextField(_("text"), max_length=5000, blank=True)

    class Meta:
        ordering = ["contribution", "question", "pk"]
        verbose_name = _("answer to a question")
        verbose_name_plural = _("answers to questions")

    def __str__(self) -> str:
        return f"{self.contribution_id}, {self.question_id}"
