from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Heartbeat(models.Model):
    """When a sweep last ran and how it went. Old beats mean that no worker is running."""

    sweep = models.CharField(_("sweep"), max_length=100, unique=True)
    beat_at = models.DateTimeField(_("last run at"), default=timezone.now)
    rows = models.PositiveIntegerField(_("rows handled last time"), default=0)
    failures = models.PositiveIntegerField(_("failures in a row"), default=0)
    last_error = models.CharField(_("last error"), max_length=300, blank=True)

    class Meta:
        ordering = ["sweep"]
        verbose_name = _("heartbeat")
        verbose_name_plural = _("heartbeats")

    def __str__(self) -> str:
        return self.sweep
