from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class AuditEntry(models.Model):
    """Who did what to which record. `about` is a name that stays readable when the record is gone; no personal data in it."""

    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="audit_entries",
        verbose_name=_("person"),
    )
    roles = models.CharField(_("roles at the time"), max_length=250, blank=True)
    deed = models.CharField(_("deed"), max_length=100, db_index=True)
    about_type = models.CharField(_("kind of record"), max_length=100)
    about_key = models.CharField(_("number of the record"), max_length=40)
    about = models.CharField(_("record"), max_length=300)
    detail = models.JSONField(_("details"), default=dict, blank=True)
    done_at = models.DateTimeField(_("done at"), default=timezone.now, db_index=True)

    class Meta:
        ordering = ["-done_at", "-id"]
        verbose_name = _("entry of the journal of deeds")
        verbose_name_plural = _("journal of deeds")
        indexes = [models.Index(fields=["about_type", "about_key"])]
        default_permissions = ("view",)

    def __str__(self) -> str:
        return f"{self.deed}: {self.about}"
