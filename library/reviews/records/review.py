from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from library.publications.models import Publication
from library.reviews.enums import EvidenceKind
from library.reviews.records.plain import plain
from library.strategy.models import Indicator, Measure, Strategy
from portal.languages.bilingual import Bilingual, Words
from portal.stakeholders.models import Institution


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
    institution = models.ForeignKey(
        Institution,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="reviews",
        verbose_name=_("carried out by"),
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
    """What a review found. Its text is HTML of a few tags, cleaned by the service that writes it."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="findings", verbose_name=_("review"))
    code = models.CharField(
        _("code"), max_length=120, blank=True, help_text=_("A lasting name for whoever loads content, e.g. review/f1.")
    )
    number = models.CharField(_("number"), max_length=20)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    title_sq = models.CharField(_("title in Albanian"), max_length=250, blank=True)
    title_en = models.CharField(_("title in English"), max_length=250, blank=True)
    text_sq = models.TextField(_("text in Albanian"))
    text_en = models.TextField(_("text in English"))

    title = Bilingual("title")
    text = Bilingual("text")

    class Meta:
        ordering = ["review", "position", "id"]
        verbose_name = _("finding")
        verbose_name_plural = _("findings")
        constraints = [
            models.UniqueConstraint(fields=["review", "number"], name="finding_once_a_review"),
            models.UniqueConstraint(fields=["code"], condition=~Q(code=""), name="finding_once_a_code"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.heading}"

    @property
    def heading(self) -> Words:
        """The title, or the beginning of the text where there is none."""
        return self.title or plain(self.text)


class Evidence(models.Model):
    """What a finding rests on, and where that can be seen: an indicator, a measure, a page of a publication."""

    finding = models.ForeignKey(Finding, on_delete=models.CASCADE, related_name="evidence", verbose_name=_("finding"))
    position = models.PositiveSmallIntegerField(_("position"))
    kind = models.CharField(_("kind"), max_length=12, choices=EvidenceKind)
    text_sq = models.TextField(_("text in Albanian"))
    text_en = models.TextField(_("text in English"))
    indicator = models.ForeignKey(
        Indicator,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="evidence",
        verbose_name=_("indicator"),
    )
    measure = models.ForeignKey(
        Measure, on_delete=models.SET_NULL, null=True, blank=True, related_name="evidence", verbose_name=_("measure")
    )
    publication = models.ForeignKey(
        Publication,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="evidence",
        verbose_name=_("publication"),
    )
    page = models.PositiveIntegerField(_("page of the publication"), null=True, blank=True)

    text = Bilingual("text")

    class Meta:
        ordering = ["position"]
        verbose_name = _("evidence")
        verbose_name_plural = _("evidence")
        constraints = [models.UniqueConstraint(fields=["finding", "position"], name="evidence_once_a_position")]

    def __str__(self) -> str:
        return self.text[:80]

    def clean(self) -> None:
        if self.page is not None and self.publication is None:
            raise ValidationError({"publication": _("Say which publication the page belongs to.")})
