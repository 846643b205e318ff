from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.languages.enums import Language


class ContactMessage(models.Model):
    """What somebody wrote by the contact form. Kept until it has been dealt with and its retention has run out."""

    name = models.CharField(_("your name"), max_length=120, blank=True)
    email = models.EmailField(_("your e-mail address"), max_length=254)
    subject = models.CharField(_("what it is about"), max_length=150)
    text = models.TextField(_("your message"), max_length=10_000)
    language = models.CharField(_("language"), max_length=2, choices=Language)
    sent_at = models.DateTimeField(_("sent at"), default=timezone.now)

    class Meta:
        ordering = ["-sent_at", "-id"]
        verbose_name = _("message")
        verbose_name_plural = _("messages")

    def __str__(self) -> str:
        return self.subject
