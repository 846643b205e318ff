from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from library.publications.models import Publication
from library.strategy.models import Indicator, Measure, Strategy
from portal.languages.bilingual import Bilingual


class Review(models.Model):
    """A look back at a strategy, set down as findings and recommendations that can be followed one by one."""

    code = models.SlugField(_("code"), max_length=80, unique=True)
    name_sq = models.CharField(_("name in Albanian"), max_length=250)
    name_en = models.CharField(_("name in English"), max_length=250)
    strategy = models.ForeignKey(
        Strategy, on_delete=models.PROTECT, null=True, blank=True, related_name="reviews", verbose_name=_("strategy")
    )
    publication = models.ForeignKey(
        Publication,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="reviews",
        verbose_name=_("publication"),
    )
    published_on = models.DateField(_("published on"), null=True, blank=True)
    is_example = models.BooleanField(_("is an example"), default=False)

    name = Bilingual("name")

    class Meta:
        ordering = ["is_example", models.F("published_on").desc(nulls_last=True), "id"]
        verbose_name = _("review")
        verbose_name_plural = _("reviews")

    def __str__(self) -> str:
        return self.name


class Finding(models.Model):
    """What a review found, and where that can be read again: a page of a publication, an indicator, a measure."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="findings", verbose_name=_("review"))
    number = models.CharField(_("number"), max_length=20)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    title_sq = models.CharField(_("title in Albanian"), max_length=250, blank=True)
    title_en = models.CharField(_("title in English"), max_length=250, blank=True)
    text_sq = models.TextField(_("text in Albanian"))
    text_en = models.TextField(_("text in English"))
    evidence_sq = models.TextField(_("evidence in Albanian"), blank=True)
    evidence_en = models.TextField(_("evidence in English"), blank=True)
    evidence_publication = models.ForeignKey(
        Publication,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="findings",
        verbose_name=_("publication as evidence"),
    )
    evidence_page = models.PositiveIntegerField(_("page of the publication"), null=True, blank=True)
    indicators = models.ManyToManyField(Indicator, blank=True, related_name="findings", verbose_name=_("indicators"))
    measures = models.ManyToManyField(Measure, blank=True, related_name="findings", verbose_name=_("measures"))

    title = Bilingual("title")
    text = Bilingual("text")
    evidence = Bilingual("evidence")

    class Meta:
        ordering = ["review", "position", "id"]
        verbose_name = _("finding")
        verbose_name_plural = _("findings")
        constraints = [models.UniqueConstraint(fields=["review", "number"], name="finding_once_a_review")]

    def __str__(self) -> str:
        return f"{self.number} {self.title or self.text[:80]}"

    def clean(self) -> None:
        if self.evidence_page is not None and self.evidence_publication is None:
            raise ValidationError({"evidence_publication": _("Say which publication the page belongs to.")})
