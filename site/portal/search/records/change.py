from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class SearchChange(models.Model):
    """A thing whose entries in the index are old. Written with the change itself, so that no change is forgotten."""

    kind = models.CharField(_("kind"), max_length=40)
    key = models.BigIntegerField(_("key"))
    queued_at = models.DateTimeField(_("queued at"), default=timezone.now)

    class Meta:
        ordering = ["id"]
        verbose_name = _("change to index")
        verbose_name_plural = _("changes to index")

    def __str__(self) -> str:
        return f"{self.kind}:{self.key}"
