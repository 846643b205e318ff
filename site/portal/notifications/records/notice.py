from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.languages.enums import Language
from portal.notifications.enums import NoticeState


class Notice(models.Model):
    """One letter to one address, rendered when it was queued. Holds no key to a person's row: erasing goes by address."""

    occasion = models.CharField(_("occasion"), max_length=200)
    recipient = models.EmailField(_("recipient"), max_length=254)
    language = models.CharField(_("language"), max_length=2, choices=Language)
    template = models.CharField(_("template"), max_length=100)
    subject = models.CharField(_("subject"), max_length=250)
    body_text = models.TextField(_("text"), blank=True)
    body_html = models.TextField(_("HTML"), blank=True)
    holds_secret = models.BooleanField(_("holds a code or signed link"), default=True)
    message_id = models.CharField(_("Message-ID"), max_length=200, unique=True)
    state = models.CharField(_("state"), max_length=10, choices=NoticeState, default=NoticeState.QUEUED)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    due_at = models.DateTimeField(_("due at"), default=timezone.now)
    claim = models.CharField(_("claimed by"), max_length=32, blank=True, editable=False)
    lease_until = models.DateTimeField(_("leased until"), null=True, blank=True)
    handed_over_at = models.DateTimeField(_("hand-over began at"), null=True, blank=True)
    last_error = models.TextField(_("last error"), blank=True)
    queued_at = models.DateTimeField(_("queued at"), default=timezone.now)
    sent_at = models.DateTimeField(_("sent at"), null=True, blank=True)

    class Meta:
        ordering = ["-queued_at", "-id"]
        verbose_name = _("letter")
        verbose_name_plural = _("letters")
        constraints = [
            models.UniqueConstraint(fields=["occasion", "recipient"], name="notice_once_per_occasion_and_recipient"),
        ]
        indexes = [models.Index(fields=["state", "due_at"])]
        default_permissions = ("view",)
        permissions = [("resend_notice", _("Can send a letter again"))]

    def __str__(self) -> str:
        """Without addressee and subject: journals keep this name longer than a letter may be kept."""
        return f"{self.template} ({self.pk})"


class NoticeAttachment(models.Model):
    notice = models.ForeignKey(Notice, on_delete=models.CASCADE, related_name="attachments")
    name = models.CharField(_("file name"), max_length=100)
    media_type = models.CharField(_("media type"), max_length=100)
    content = models.BinaryField(_("content"))

    class Meta:
        verbose_name = _("attachment")
        verbose_name_plural = _("attachments")

    def __str__(self) -> str:
        return self.name
