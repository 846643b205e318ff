from django.db import models
from django.utils.translation import gettext_lazy as _

from library.strategy.records.strategy import Strategy
from portal.languages.bilingual import Bilingual
from portal.stakeholders.models import Institution


class Body(models.Model):
    """An institution's part in a strategy: the secretariat, the committee, the steering group, or who drafted it."""

    strategy = models.ForeignKey(Strategy, on_delete=models.CASCADE, related_name="bodies", verbose_name=_("strategy"))
    institution = models.ForeignKey(
        Institution, on_delete=models.PROTECT, related_name="bodies", verbose_name=_("institution")
    )
    role_sq = models.TextField(_("role in Albanian"), blank=True)
    role_en = models.TextField(_("role in English"), blank=True)
    is_mechanism = models.BooleanField(_("belongs to the coordination mechanism"), default=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    role = Bilingual("role")

    class Meta:
        ordering = ["-is_mechanism", "position", "id"]
        verbose_name = _("coordination body")
        verbose_name_plural = _("coordination bodies")
        constraints = [models.UniqueConstraint(fields=["strategy", "institution"], name="body_once_a_strategy")]

    def __str__(self) -> str:
        return self.institution.name
