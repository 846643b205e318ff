from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from consultation.enums import NewsKind
from consultation.records.consultation import Consultation


class News(models.Model):
    """Something that followers are told once, and how far the telling has come."""

    consultation = models.ForeignKey(
        Consultation, on_delete=models.CASCADE, related_name="news", verbose_name=_("consultation")
    )
    kind = models.CharField(_("what happened"), max_length=10, choices=NewsKind)
    key = models.CharField(_("which one"), max_length=40)
    noted_at = models.DateTimeField(_("noted at"), default=timezone.now)
    told = models.PositiveIntegerField(_("letters written about it"), default=0)
    told_up_to = models.BigIntegerField(_("key of the last follower told"), default=0, editable=False)
    told_at = models.DateTimeField(_("everyone was told at"), null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("news for followers")
        verbose_name_plural = _("news for followers")
        constraints = [models.UniqueConstraint(fields=["consultation", "kind", "key"], name="news_once")]

    def __str__(self) -> str:
        return f"{self.consultation_id}, {self.kind}"
