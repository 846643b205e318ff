from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from library.publications.models import Publication
from library.reviews.enums import Verdict
from library.reviews.records.recommendation import Recommendation
from library.strategy.models import Measure
from portal.languages.bilingual import Bilingual
from portal.stakeholders.models import Institution

OWN_ADDRESS = RegexValidator(r"^/(sq|en)/[^/\\]", _("Write an address of this portal, beginning with /sq/ or /en/."))


class Answer(models.Model):
    """The reasoned answer of an institution to a recommendation, and by when it will act."""

    recommendation = models.OneToOneField(
        Recommendation, on_delete=models.CASCADE, related_name="answer", verbose_name=_("recommendation")
    )
    verdict = models.CharField(_("answer"), max_length=12, choices=Verdict)
    reason_sq = models.TextField(_("reason in Albanian"))
    reason_en = models.TextField(_("reason in English"))
    institution = models.ForeignKey(
        Institution,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="answers",
        verbose_name=_("answering institution"),
    )
    answered_on = models.DateField(_("answered on"), null=True, blank=True)
    due_on = models.DateField(_("to be done by"), null=True, blank=True)

    reason = Bilingual("reason")

    class Meta:
        ordering = ["id"]
        verbose_name = _("answer")
        verbose_name_plural = _("answers")

    def __str__(self) -> str:
        return f"{self.recommendation.number}: {self.get_verdict_display()}"


class PolicyChange(models.Model):
    """What changed because of a recommendation, and where it can be seen.

    A place in a room above this one (a provision in consultation) is kept as its words and its permanent address.
    """

    recommendation = models.ForeignKey(
        Recommendation, on_delete=models.CASCADE, related_name="changes", verbose_name=_("recommendation")
    )
    text_sq = models.TextField(_("what changed, in Albanian"))
    text_en = models.TextField(_("what changed, in English"))
    changed_on = models.DateField(_("changed on"), null=True, blank=True)
    measure = models.ForeignKey(
        Measure, on_delete=models.SET_NULL, null=True, blank=True, related_name="changes", verbose_name=_("measure")
    )
    publication = models.ForeignKey(
        Publication,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="changes",
        verbose_name=_("publication"),
    )

    place_sq = models.CharField(_("where, in Albanian"), max_length=250, blank=True)
    place_en = models.CharField(_("where, in English"), max_length=250, blank=True)
    place_url_sq = models.CharField(_("address of the Albanian"), max_length=300, blank=True, validators=[OWN_ADDRESS])
    place_url_en = models.CharField(_("address of the English"), max_length=300, blank=True, validators=[OWN_ADDRESS])

    text = Bilingual("text")
    place = Bilingual("place")
    place_url = Bilingual("place_url")

    class Meta:
        ordering = [models.F("changed_on").asc(nulls_last=True), "id"]
        verbose_name = _("policy change")
        verbose_name_plural = _("policy changes")

    def __str__(self) -> str:
        return self.text[:80]
