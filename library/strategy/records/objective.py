from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from library.strategy.records.own_translation import OwnTranslationField, is_ours
from library.strategy.records.strategy import Strategy
from portal.languages.bilingual import Bilingual


class Objective(models.Model):
    """A goal, or an objective below a goal. Where its wording was not found it has a label only."""

    strategy = models.ForeignKey(
        Strategy, on_delete=models.CASCADE, related_name="objectives", verbose_name=_("strategy")
    )
    parent = models.ForeignKey(
        "self", on_delete=models.CASCADE, null=True, blank=True, related_name="children", verbose_name=_("below")
    )
    code = models.CharField(_("code"), max_length=20)
    label_sq = models.CharField(_("label in Albanian"), max_length=120, blank=True)
    label_en = models.CharField(_("label in English"), max_length=120, blank=True)
    name_sq = models.CharField(_("name in Albanian"), max_length=500, blank=True)
    name_en = models.CharField(_("name in English"), max_length=500, blank=True)
    own_translation = OwnTranslationField(_("name translated by the portal"))
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    label = Bilingual("label")
    name = Bilingual("name")

    class Meta:
        ordering = ["strategy", "position", "id"]
        verbose_name = _("objective")
        verbose_name_plural = _("objectives")
        constraints = [
            models.UniqueConstraint(fields=["strategy", "code"], name="objective_once_a_strategy"),
            models.CheckConstraint(name="objective_is_not_below_itself", condition=~Q(parent=F("id"))),
        ]

    def __str__(self) -> str:
        return f"{self.label or self.code} {self.name}".strip()

    @property
    def wording_is_ours(self) -> bool:
        return is_ours(self.own_translation, self.name)

    def clean(self) -> None:
        if self.parent is not None and self.parent.strategy_id != self.strategy_id:
            raise ValidationError({"parent": _("The objective above belongs to another strategy.")})
