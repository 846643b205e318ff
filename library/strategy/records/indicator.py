from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from library.publications.models import Publication
from library.strategy.enums import Direction, Disaggregation, Frequency, Half, IndicatorKind, ReadingState
from library.strategy.records.measure import Measure
from library.strategy.records.reporting_round import ReportingRound
from portal.languages.bilingual import Bilingual


class Valued(models.Model):
    """A value of an indicator: a number (yes is 1, no is 0), or words in both languages. Neither: not measured."""

    value = models.DecimalField(_("value"), max_digits=18, decimal_places=4, null=True, blank=True)
    words_sq = models.CharField(_("in words, Albanian"), max_length=200, blank=True)
    words_en = models.CharField(_("in words, English"), max_length=200, blank=True)

    words = Bilingual("words")

    class Meta:
        abstract = True

    @property
    def is_measured(self) -> bool:
        return self.value is not None or bool(self.words)

    def check_against(self, kind: str) -> None:
        """Refuse words for a number, a number for words, and any yes or no but 1 and 0."""
        if kind == IndicatorKind.TEXT:
            if self.value is not None:
                raise ValidationError({"value": _("This indicator is told in words.")})
        elif self.words_sq or self.words_en:
            raise ValidationError({"words_sq": _("This indicator is told as a number.")})
        elif kind == IndicatorKind.YES_NO and self.value not in (None, 0, 1):
            raise ValidationError({"value": _("Write 1 for yes or 0 for no.")})


class Indicator(Valued):
    """What shows whether a measure works. Its own value is the baseline, measured in `baseline_year`."""

    measure = models.ForeignKey(Measure, on_delete=models.CASCADE, related_name="indicators", verbose_name=_("measure"))
    code = models.CharField(_("code"), max_length=30)
    name_sq = models.CharField(_("name in Albanian"), max_length=300)
    name_en = models.CharField(_("name in English"), max_length=300)
    kind = models.CharField(_("kind"), max_length=10, choices=IndicatorKind, default=IndicatorKind.NUMBER)
    unit_sq = models.CharField(_("unit in Albanian"), max_length=60, blank=True)
    unit_en = models.CharField(_("unit in English"), max_length=60, blank=True)
    direction = models.CharField(_("direction"), max_length=10, choices=Direction, blank=True)
    frequency = models.CharField(_("measured"), max_length=12, choices=Frequency, blank=True)
    disaggregation = models.CharField(_("told apart by"), max_length=80, blank=True)
    source_sq = models.CharField(_("source in Albanian"), max_length=300, blank=True)
    source_en = models.CharField(_("source in English"), max_length=300, blank=True)
    baseline_year = models.PositiveSmallIntegerField(_("baseline year"), null=True, blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    name = Bilingual("name")
    unit = Bilingual("unit")
    source = Bilingual("source")

    class Meta:
        ordering = ["measure", "position", "id"]
        verbose_name = _("indicator")
        verbose_name_plural = _("indicators")
        constraints = [models.UniqueConstraint(fields=["measure", "code"], name="indicator_once_a_measure")]

    def __str__(self) -> str:
        return f"{self.code} {self.name}"

    @property
    def disaggregations(self) -> list[Disaggregation]:
        return [Disaggregation(code) for code in self.disaggregation.split() if code in Disaggregation.values]

    def clean(self) -> None:
        self.check_against(self.kind)


class Target(Valued):
    """What an indicator should reach in a year."""

    indicator = models.ForeignKey(
        Indicator, on_delete=models.CASCADE, related_name="targets", verbose_name=_("indicator")
    )
    year = models.PositiveSmallIntegerField(_("year"))

    class Meta:
        ordering = ["year"]
        verbose_name = _("target")
        verbose_name_plural = _("targets")
        constraints = [models.UniqueConstraint(fields=["indicator", "year"], name="target_once_a_year")]

    def __str__(self) -> str:
        return f"{self.year}"

    def clean(self) -> None:
        self.check_against(self.indicator.kind)


class IndicatorReading(Valued):
    """What an indicator showed in a year or half a year. The public sees it once it is approved."""

    indicator = models.ForeignKey(
        Indicator, on_delete=models.CASCADE, related_name="readings", verbose_name=_("indicator")
    )
    year = models.PositiveSmallIntegerField(_("year"))
    half = models.PositiveSmallIntegerField(_("half of the year"), choices=Half, null=True, blank=True)
    state = models.CharField(_("state"), max_length=10, choices=ReadingState, default=ReadingState.DRAFT)
    reason = models.TextField(_("reason for returning it"), blank=True)
    round = models.ForeignKey(
        ReportingRound,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="readings",
        verbose_name=_("reporting round"),
    )
    evidence = models.ForeignKey(
        Publication,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="readings",
        verbose_name=_("evidence"),
    )

    class Meta:
        ordering = ["year", F("half").asc(nulls_last=True)]
        verbose_name = _("reading")
        verbose_name_plural = _("readings")
        constraints = [
            models.UniqueConstraint(fields=["indicator", "year", "half"], name="reading_once_a_half"),
            models.UniqueConstraint(fields=["indicator", "year"], condition=Q(half=None), name="reading_once_a_year"),
        ]

    def __str__(self) -> str:
        return f"{self.year}-H{self.half}" if self.half else f"{self.year}"

    def clean(self) -> None:
        self.check_against(self.indicator.kind)
        if self.state == ReadingState.RETURNED and not self.reason:
            raise ValidationError({"reason": _("Say why the reading is returned.")})
