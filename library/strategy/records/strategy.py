from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from library.publications.models import Publication
from library.strategy.enums import LineKind
from library.strategy.records.own_translation import OwnTranslationField, is_ours
from portal.languages.bilingual import Bilingual


class Strategy(models.Model):
    """A strategy as something to follow: its objectives, measures and indicators. As a text it is a publication.

    What its sources do not say is left empty and the page says so. An example says on every page that it is one.
    """

    code = models.SlugField(_("code"), max_length=80, unique=True)
    name_sq = models.CharField(_("name in Albanian"), max_length=250)
    name_en = models.CharField(_("name in English"), max_length=250)
    acronym_sq = models.CharField(_("acronym in Albanian"), max_length=30, blank=True)
    acronym_en = models.CharField(_("acronym in English"), max_length=30, blank=True)
    start_year = models.PositiveSmallIntegerField(_("first year"))
    end_year = models.PositiveSmallIntegerField(_("last year"))
    objective_sq = models.TextField(_("overall objective in Albanian"), blank=True)
    objective_en = models.TextField(_("overall objective in English"), blank=True)
    objective_url = models.URLField(_("official address of the overall objective"), max_length=1000, blank=True)
    own_translation = OwnTranslationField(_("overall objective translated by the portal"))
    notice_sq = models.TextField(_("notice in Albanian"), blank=True)
    notice_en = models.TextField(_("notice in English"), blank=True)
    publication = models.ForeignKey(
        Publication,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="strategies",
        verbose_name=_("publication"),
    )
    currency = models.CharField(_("currency"), max_length=3, default="ALL")
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    is_example = models.BooleanField(_("is an example"), default=False)

    name = Bilingual("name")
    acronym = Bilingual("acronym")
    objective = Bilingual("objective")
    notice = Bilingual("notice")

    class Meta:
        ordering = ["is_example", "position", "-start_year", "id"]
        verbose_name = _("strategy")
        verbose_name_plural = _("strategies")
        constraints = [
            models.CheckConstraint(name="strategy_begins_before_it_ends", condition=Q(start_year__lte=F("end_year"))),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def period(self) -> str:
        return f"{self.start_year}–{self.end_year}"

    @property
    def wording_is_ours(self) -> bool:
        """Whether the overall objective, as it is being read, is the portal's own translation."""
        return is_ours(self.own_translation, self.objective)

    def ended_before(self, year: int) -> bool:
        return self.end_year < year


class StrategyLine(models.Model):
    """One thing that sources say of a strategy: a part of its text, a storey of it, a fact, how it is reported on."""

    strategy = models.ForeignKey(Strategy, on_delete=models.CASCADE, related_name="lines", verbose_name=_("strategy"))
    kind = models.CharField(_("kind"), max_length=10, choices=LineKind, default=LineKind.FACT)
    position = models.PositiveSmallIntegerField(_("position"))
    number = models.CharField(_("number"), max_length=20, blank=True)
    text_sq = models.TextField(_("text in Albanian"))
    text_en = models.TextField(_("text in English"))
    own_translation = OwnTranslationField(_("text translated by the portal"))
    official_url = models.URLField(_("official address"), max_length=1000, blank=True)
    concerns = models.ForeignKey(
        Publication,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="strategy_lines",
        verbose_name=_("speaks of another document"),
    )
    provenance = models.TextField(_("other sources"), blank=True, help_text=_("For editors only. Never shown."))

    text = Bilingual("text")

    class Meta:
        ordering = ["kind", "position"]
        verbose_name = _("what is known of a strategy")
        verbose_name_plural = _("what is known of strategies")
        constraints = [models.UniqueConstraint(fields=["strategy", "kind", "position"], name="line_once_a_position")]

    def __str__(self) -> str:
        return self.text[:80]

    @property
    def wording_is_ours(self) -> bool:
        return is_ours(self.own_translation, self.text)
