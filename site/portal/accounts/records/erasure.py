from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Erasure(models.Model):
    """That somebody was erased and when, so that it can be done again after an older copy is restored.

    Kept without the address: a salted hash finds it again where a restored copy still holds it. All rows share one salt, so
    that a replay hashes each address once.
    """

    salt = models.CharField(_("salt"), max_length=32)
    digest = models.CharField(_("hash of the address"), max_length=64, db_index=True)
    erased_at = models.DateTimeField(_("erased at"), default=timezone.now)
    rows = models.PositiveIntegerField(_("rows erased"), default=0)

    class Meta:
        ordering = ["-erased_at", "-id"]
        verbose_name = _("erasure")
        verbose_name_plural = _("erasures")
        default_permissions = ("view",)

    def __str__(self) -> str:
        return f"{self.erased_at:%Y-%m-%d %H:%M}"
