from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from library.strategy.enums import Half
from library.strategy.records.strategy import Strategy


class ReportingRound(models.Model):
    """A time in which the institutions report on their measures, for a year or half a year."""

    strategy = models.ForeignKey(Strategy, on_delete=models.CASCADE, related_name="rounds", verbose_name=_("strategy"))
    year = models.PositiveSmallIntegerField(_("year"))
    half = models.PositiveSmallIntegerField(_("half of the year"), choices=Half, null=True, blank=True)
    due_on = models.DateField(_("due on"), null=True, blank=True)

    class Meta:
        ordering = ["-year", "-half"]
        verbose_name = _("reporting round")
        verbose_name_plural = _("reporting rounds")
        constraints = [
            models.UniqueConstraint(fields=["strategy", "year", "half"], name="round_once_a_half"),
            models.UniqueConstraint(fields=["strategy", "year"], condition=Q(half=None), name="round_once_a_year"),
        ]

    def __str__(self) -> str:
        return f"{self.year}-H{self.half}" if self.half else f"{self.year}"
