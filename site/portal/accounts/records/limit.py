from django.db import models
from django.utils.translation import gettext_lazy as _


class DailySalt(models.Model):
    """Random, one a day, thrown away soon after: then nobody can tell whose uses were counted, not even we."""

    day = models.DateField(_("day"), unique=True)
    salt = models.CharField(_("salt"), max_length=64)

    class Meta:
        verbose_name = _("daily salt")
        verbose_name_plural = _("daily salts")

    def __str__(self) -> str:
        return str(self.day)


class LimitUse(models.Model):
    """How often one sender used one form in one window of time. The sender is a salted hash."""

    name = models.CharField(_("what is limited"), max_length=60)
    digest = models.CharField(_("hash of the sender"), max_length=64)
    began_at = models.DateTimeField(_("window began at"))
    ends_at = models.DateTimeField(_("window ends at"), db_index=True)
    times = models.PositiveIntegerField(_("times"), default=0)

    class Meta:
        verbose_name = _("use of a form")
        verbose_name_plural = _("uses of forms")
        constraints = [
            models.UniqueConstraint(fields=["name", "digest", "began_at"], name="limit_use_once_per_window"),
        ]

    def __str__(self) -> str:
        return f"{self.name}: {self.times}"
