from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from library.reviews.records.plain import plain
from library.reviews.records.review import Finding, Review
from library.strategy.models import Measure
from portal.languages.bilingual import Bilingual, Words
from portal.stakeholders.models import Institution


class Recommendation(models.Model):
    """What a review asks of an institution. It is answered once; what came of it is told by policy changes."""

    review = models.ForeignKey(
        Review, on_delete=models.CASCADE, related_name="recommendations", verbose_name=_("review")
    )
    code = models.CharField(
        _("code"), max_length=120, blank=True, help_text=_("A lasting name for whoever loads content, e.g. review/f1.")
    )
    number = models.CharField(_("number"), max_length=20)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    title_sq = models.CharField(_("title in Albanian"), max_length=250, blank=True)
    title_en = models.CharField(_("title in English"), max_length=250, blank=True)
    text_sq = models.TextField(_("text in Albanian"))
    text_en = models.TextField(_("text in English"))
    addressee = models.ForeignKey(
        Institution,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="recommendations",
        verbose_name=_("addressee"),
    )
    finding = models.ForeignKey(
        Finding,
        on_delete=models.RESTRICT,
        null=True,
        blank=True,
        related_name="recommendations",
        verbose_name=_("follows from finding"),
    )
    measures = models.ManyToManyField(Measure, blank=True, related_name="recommendations", verbose_name=_("measures"))
    answer_due_on = models.DateField(_("answer due on"), null=True, blank=True)

    title = Bilingual("title")
    text = Bilingual("text")

    class Meta:
        ordering = ["review", "position", "id"]
        verbose_name = _("recommendation")
        verbose_name_plural = _("recommendations")
        constraints = [
            models.UniqueConstraint(fields=["review", "number"], name="recommendation_once_a_review"),
            models.UniqueConstraint(fields=["code"], condition=~Q(code=""), name="recommendation_once_a_code"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.heading}"

    @property
    def heading(self) -> Words:
        """The title, or the beginning of the text where there is none."""
        return self.title or plain(self.text)
