from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from portal.languages.bilingual import Bilingual


class StakeholderCategory(models.Model):
    """The group a person speaks for. The six at the top serve quotas and statistics; finer ones count under their parent."""

    code = models.SlugField(_("code"), max_length=40, unique=True)
    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name=_("counted under"),
    )
    name_sq = models.CharField(_("name in Albanian"), max_length=120)
    name_en = models.CharField(_("name in English"), max_length=120)
    help_sq = models.CharField(_("who belongs here, in Albanian"), max_length=250, blank=True)
    help_en = models.CharField(_("who belongs here, in English"), max_length=250, blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    name = Bilingual("name")
    help = Bilingual("help")

    class Meta:
        ordering = ["position", "code"]
        verbose_name = _("stakeholder category")
        verbose_name_plural = _("stakeholder categories")
        constraints = [
            models.CheckConstraint(name="category_is_not_its_own_parent", condition=~Q(parent=models.F("id"))),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def top(self) -> "StakeholderCategory":
        """The one of the six groups this category counts under."""
        return self.parent or self
