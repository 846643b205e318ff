from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from library.strategy.enums import MeasureState
from library.strategy.records.objective import Objective
from portal.languages.bilingual import Bilingual
from portal.stakeholders.models import Institution


class FundingSource(models.Model):
    """Where a measure's money comes from."""

    code = models.SlugField(_("code"), max_length=60, unique=True)
    name_sq = models.CharField(_("name in Albanian"), max_length=150)
    name_en = models.CharField(_("name in English"), max_length=150)

    name = Bilingual("name")

    class Meta:
        ordering = ["code"]
        verbose_name = _("source of funding")
        verbose_name_plural = _("sources of funding")

    def __str__(self) -> str:
        return self.name


class FrameworkGoal(models.Model):
    """An objective of an international framework that a measure serves: SDG 10.7, GCM 3, a principle of MiGOF."""

    code = models.CharField(_("code"), max_length=60, unique=True, help_text=_("Framework and code, e.g. gcm:3."))
    framework_sq = models.CharField(_("framework in Albanian"), max_length=200)
    framework_en = models.CharField(_("framework in English"), max_length=200)
    number = models.CharField(_("number"), max_length=30)
    name_sq = models.CharField(_("name in Albanian"), max_length=500, blank=True)
    name_en = models.CharField(_("name in English"), max_length=500, blank=True)

    framework = Bilingual("framework")
    name = Bilingual("name")

    class Meta:
        ordering = ["code"]
        verbose_name = _("objective of a framework")
        verbose_name_plural = _("objectives of frameworks")

    def __str__(self) -> str:
        return f"{self.framework} {self.number}"


class Measure(models.Model):
    """What an institution undertakes to do, by when and with what money."""

    objective = models.ForeignKey(
        Objective, on_delete=models.CASCADE, related_name="measures", verbose_name=_("objective")
    )
    code = models.CharField(_("code"), max_length=20)
    name_sq = models.CharField(_("name in Albanian"), max_length=500)
    name_en = models.CharField(_("name in English"), max_length=500)
    lead_institution = models.ForeignKey(
        Institution,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="led_measures",
        verbose_name=_("lead institution"),
    )
    supporting_institutions = models.ManyToManyField(
        Institution, blank=True, related_name="supported_measures", verbose_name=_("supporting institutions")
    )
    starts_on = models.DateField(_("begins"), null=True, blank=True)
    ends_on = models.DateField(_("ends"), null=True, blank=True)
    state = models.CharField(_("state"), max_length=20, choices=MeasureState, default=MeasureState.NOT_STARTED)
    funding_sources = models.ManyToManyField(
        FundingSource, blank=True, related_name="measures", verbose_name=_("sources of funding")
    )
    framework_goals = models.ManyToManyField(
        FrameworkGoal, blank=True, related_name="measures", verbose_name=_("objectives of frameworks")
    )
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    name = Bilingual("name")

    class Meta:
        ordering = ["objective", "position", "id"]
        verbose_name = _("measure")
        verbose_name_plural = _("measures")
        constraints = [
            models.UniqueConstraint(fields=["objective", "code"], name="measure_once_an_objective"),
            models.CheckConstraint(
                name="measure_begins_before_it_ends",
                condition=Q(starts_on=None) | Q(ends_on=None) | Q(starts_on__lte=F("ends_on")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.name}"


class MeasureActivity(models.Model):
    """A step of a measure."""

    measure = models.ForeignKey(Measure, on_delete=models.CASCADE, related_name="activities", verbose_name=_("measure"))
    position = models.PositiveSmallIntegerField(_("position"))
    text_sq = models.CharField(_("text in Albanian"), max_length=300)
    text_en = models.CharField(_("text in English"), max_length=300)

    text = Bilingual("text")

    class Meta:
        ordering = ["position"]
        verbose_name = _("activity")
        verbose_name_plural = _("activities")
        constraints = [models.UniqueConstraint(fields=["measure", "position"], name="activity_once_a_position")]

    def __str__(self) -> str:
        return self.text


class BudgetYear(models.Model):
    """A measure's money in one year. Empty means not known, never nought."""

    measure = models.ForeignKey(
        Measure, on_delete=models.CASCADE, related_name="budget_years", verbose_name=_("measure")
    )
    year = models.PositiveSmallIntegerField(_("year"))
    planned = models.DecimalField(_("planned"), max_digits=16, decimal_places=2, null=True, blank=True)
    committed = models.DecimalField(_("committed"), max_digits=16, decimal_places=2, null=True, blank=True)
    spent = models.DecimalField(_("spent"), max_digits=16, decimal_places=2, null=True, blank=True)

    class Meta:
        ordering = ["year"]
        verbose_name = _("budget of a year")
        verbose_name_plural = _("budgets by year")
        constraints = [
            models.UniqueConstraint(fields=["measure", "year"], name="budget_once_a_year"),
            models.CheckConstraint(
                name="budget_is_not_negative",
                condition=(Q(planned=None) | Q(planned__gte=0))
                & (Q(committed=None) | Q(committed__gte=0))
                & (Q(spent=None) | Q(spent__gte=0)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.year}"
