from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.languages.bilingual import Bilingual
from portal.languages.enums import active_language
from portal.stakeholders.enums import InstitutionKind, InstitutionLevel
from portal.stakeholders.records.category import StakeholderCategory


class Institution(models.Model):
    """An organisation that leads, supports, issues or answers. `is_example` marks an invented one."""

    code = models.SlugField(_("code"), max_length=60, unique=True)
    name_sq = models.CharField(_("name in Albanian"), max_length=250)
    name_en = models.CharField(_("name in English"), max_length=250)
    name_sq_verified = models.BooleanField(_("Albanian name seen in a source"), default=True)
    name_en_verified = models.BooleanField(_("English name seen in a source"), default=True)
    acronym_sq = models.CharField(_("acronym in Albanian"), max_length=30, blank=True)
    acronym_en = models.CharField(_("acronym in English"), max_length=30, blank=True)
    kind = models.CharField(_("kind"), max_length=20, choices=InstitutionKind)
    level = models.CharField(_("level"), max_length=20, choices=InstitutionLevel, blank=True)
    category = models.ForeignKey(
        StakeholderCategory,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="institutions",
        verbose_name=_("stakeholder category"),
    )
    is_example = models.BooleanField(_("is an example"), default=False)

    name = Bilingual("name")
    acronym = Bilingual("acronym")

    class Meta:
        ordering = ["code"]
        verbose_name = _("institution")
        verbose_name_plural = _("institutions")

    def __str__(self) -> str:
        return self.name

    @property
    def public_name(self) -> str:
        """The name as it may be printed: a translation of ours only beside the wording that a source shows, else nothing."""
        here = active_language()
        if getattr(self, f"name_{here}_verified") or self.is_example:
            return str(getattr(self, f"name_{here}"))
        if getattr(self, f"name_{here.other}_verified"):
            return f"{getattr(self, f'name_{here}')} ({getattr(self, f'name_{here.other}')})"
        return ""
