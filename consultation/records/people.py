"""Who was asked to take part, who follows, and who stands behind somebody else's comment."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from consultation.records.comments import ConsultationComment
from consultation.records.consultation import Consultation
from portal.accounts.models import Participant
from portal.languages.enums import Language
from portal.stakeholders.models import StakeholderCategory


class Invitation(models.Model):
    """A personal link to comment, where only the invited may. The participant holds the address."""

    consultation = models.ForeignKey(
        Consultation, on_delete=models.CASCADE, related_name="invitations", verbose_name=_("consultation")
    )
    participant = models.ForeignKey(
        Participant,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="invitations",
        verbose_name=_("participant"),
    )
    category = models.ForeignKey(
        StakeholderCategory,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="invitations",
        verbose_name=_("stakeholder category"),
    )
    address_hash = models.CharField(_("fingerprint of the address"), max_length=64, editable=False)
    invited_at = models.DateTimeField(_("invited at"))

    class Meta:
        ordering = ["invited_at", "pk"]
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        constraints = [
            models.UniqueConstraint(fields=["consultation", "address_hash"], name="invitation_once_an_address"),
        ]

    def __str__(self) -> str:
        return f"{self.consultation_id}, {self.pk}"


class Follower(models.Model):
    """Somebody who wants letters about a consultation. They count from the confirmation of the address."""

    consultation = models.ForeignKey(
        Consultation, on_delete=models.CASCADE, related_name="followers", verbose_name=_("consultation")
    )
    participant = models.ForeignKey(
        Participant, on_delete=models.CASCADE, related_name="follows", verbose_name=_("participant")
    )
    address_hash = models.CharField(_("fingerprint of the address"), max_length=64, editable=False)
    language = models.CharField(_("language of letters"), max_length=2, choices=Language)
    asked_at = models.DateTimeField(_("asked at"))
    confirmed_at = models.DateTimeField(_("confirmed at"), null=True, blank=True)
    stopped_at = models.DateTimeField(_("stopped at"), null=True, blank=True)

    class Meta:
        ordering = ["asked_at", "pk"]
        verbose_name = _("follower")
        verbose_name_plural = _("followers")
        constraints = [
            models.UniqueConstraint(fields=["consultation", "address_hash"], name="follower_once_an_address"),
        ]

    def __str__(self) -> str:
        return f"{self.consultation_id}, {self.pk}"


class Support(models.Model):
    """ "I support this": once a person or organisation for each comment, which the database sees to.

    The fingerprint of the address stays when the person is erased, so that nobody counts twice; it leads back to nobody.
    """

    comment = models.ForeignKey(
        ConsultationComment, on_delete=models.CASCADE, related_name="supports", verbose_name=_("comment")
    )
    participant = models.ForeignKey(
        Participant,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="supports",
        verbose_name=_("participant"),
    )
    address_hash = models.CharField(_("fingerprint of the address"), max_length=64, editable=False)
    category = models.ForeignKey(
        StakeholderCategory, on_delete=models.PROTECT, related_name="supports", verbose_name=_("stakeholder category")
    )
    organisation_name = models.CharField(
        _("organisation that signs"), max_length=200, blank=True, help_text=_("Empty for a person.")
    )
    sent_at = models.DateTimeField(_("sent at"))
    confirmed_at = models.DateTimeField(_("confirmed at"), null=True, blank=True)

    class Meta:
        ordering = ["sent_at", "pk"]
        verbose_name = _("support")
        verbose_name_plural = _("supports")
        constraints = [models.UniqueConstraint(fields=["comment", "address_hash"], name="support_once_a_comment")]

    def __str__(self) -> str:
        return f"{self.comment_id}, {self.pk}"


class AbuseReport(models.Model):
    """A reader's word to the moderators that a published comment breaks the rules. No address is asked for."""

    comment = models.ForeignKey(
        ConsultationComment, on_delete=models.CASCADE, related_name="abuse_reports", verbose_name=_("comment")
    )
    reason = models.TextField(_("what is wrong with it"), max_length=2000)
    language = models.CharField(_("language"), max_length=2, choices=Language)
    reported_at = models.DateTimeField(_("reported at"))
    settled_at = models.DateTimeField(_("settled at"), null=True, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="settled_reports",
        verbose_name=_("settled by"),
    )

    class Meta:
        ordering = ["reported_at", "pk"]
        verbose_name = _("report of abuse")
        verbose_name_plural = _("reports of abuse")

    def __str__(self) -> str:
        return f"{self.comment_id}, {self.reported_at:%Y-%m-%d}"
