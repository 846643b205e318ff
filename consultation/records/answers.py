from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from consultation.enums import Decision
from consultation.records.comments import ConsultationComment
from portal.languages.bilingual import Bilingual


class OfficialResponse(models.Model):
    """The institution's reasoned answer to a comment, in both languages."""

    comment = models.OneToOneField(
        ConsultationComment, on_delete=models.CASCADE, related_name="response", verbose_name=_("comment")
    )
    decision = models.CharField(_("decision"), max_length=15, choices=Decision)
    reason_sq = models.TextField(_("reason in Albanian"), max_length=5000)
    reason_en = models.TextField(_("reason in English"), max_length=5000)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="official_responses",
        verbose_name=_("answered by"),
    )
    answered_at = models.DateTimeField(_("answered at"))

    reason = Bilingual("reason")

    class Meta:
        verbose_name = _("official answer")
        verbose_name_plural = _("official answers")

    def __str__(self) -> str:
        return self.get_decision_display()
