from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.languages.bilingual import Bilingual


class ProjectWords(models.Model):
    """What every page, letter and PDF says of the project: one row, which editors may change."""

    name_sq = models.CharField(_("project name in Albanian"), max_length=200)
    name_en = models.CharField(_("project name in English"), max_length=200)
    line_sq = models.TextField(_("who stands behind the portal, in Albanian"))
    line_en = models.TextField(_("who stands behind the portal, in English"))
    funding_sq = models.CharField(_("funding line in Albanian"), max_length=300)
    funding_en = models.CharField(_("funding line in English"), max_length=300)
    disclaimer_sq = models.TextField(_("disclaimer in Albanian"))
    disclaimer_en = models.TextField(_("disclaimer in English"))

    name = Bilingual("name")
    line = Bilingual("line")
    funding = Bilingual("funding")
    disclaimer = Bilingual("disclaimer")

    class Meta:
        verbose_name = _("words about the project")
        verbose_name_plural = _("words about the project")
        constraints = [models.CheckConstraint(name="project_words_are_one_row", condition=models.Q(id=1))]

    def __str__(self) -> str:
        return self.name


class Partner(models.Model):
    """A name in the foot of every page, with the logo once its owner's file has been uploaded."""

    role_sq = models.CharField(_("role in Albanian"), max_length=80)
    role_en = models.CharField(_("role in English"), max_length=80)
    name_sq = models.CharField(_("name in Albanian"), max_length=120)
    name_en = models.CharField(_("name in English"), max_length=120)
    url = models.URLField(_("address"), blank=True)
    logo = models.ForeignKey(
        "wagtailimages.Image",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("logo"),
    )
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    role = Bilingual("role")
    name = Bilingual("name")

    class Meta:
        ordering = ["position", "id"]
        verbose_name = _("partner")
        verbose_name_plural = _("partners")

    def __str__(self) -> str:
        return self.name
