from datetime import datetime

from django.db import models
from django.utils.translation import gettext_lazy as _

from consultation.enums import Channel, ShownAs
from consultation.records.consultation import Consultation
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
