from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from consultation.enums import Moderation
from consultation.records.consultation import Consultation
from consultation.records.contribution import Contribution
from consultation.records.drafts import Provision
from portal.languages.bilingual import Bilingual

TEXT_LIMIT = 10_000
"""Characters of a comment. Three A4 pages: an organisation with more to say sends a position paper."""

WORDING_LIMIT = 5_000

BCP_47 = RegexValidator(r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*\Z", _("This is no language code."))


class CommentQuerySet(models.QuerySet["ConsultationComment"]):
    def published(self) -> "CommentQuerySet":
        """Accepted by a moderator, sent from a confirmed address, not withdrawn."""
        return self.filter(
            moderation=Moderation.ACCEPTED,
            contribution__confirmed_at__isnull=False,
            contribution__withdrawn_at__isnull=True,
        )

    def awaiting_moderation(self) -> "CommentQuerySet":
        """Confirmed by its author and not yet looked at. What nobody confirmed is never shown, so nobody reads it."""
        return self.filter(
            moderation=Moderation.PENDING,
            contribution__confirmed_at__isnull=False,
            contribution__withdrawn_at__isnull=True,
        )


class ConsultationComment(models.Model):
    """One remark on one thing: a provision, or the whole draft. It belongs for ever to the words it was written on."""

    consultation = models.ForeignKey(
        Consultation, on_delete=models.PROTECT, related_name="comments", verbose_name=_("consultation")
    )
    contribution = models.ForeignKey(
        Contribution, on_delete=models.CASCADE, related_name="comments", verbose_name=_("contribution")
    )
    number = models.PositiveIntegerField(_("number"), editable=False)
    provision = models.ForeignKey(
        Provision,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="comments",
        verbose_name=_("provision"),
    )
    is_on_whole = models.BooleanField(_("is on the whole draft"), default=False)
    text = models.TextField(_("text"), max_length=TEXT_LIMIT)
    proposed_wording = models.TextField(_("proposed wording"), max_length=WORDING_LIMIT, blank=True)
    language = models.CharField(_("written in"), max_length=35, validators=[BCP_47])
    moderation = models.CharField(_("moderation"), max_length=10, choices=Moderation, default=Moderation.PENDING)
    hidden_reason_sq = models.TextField(_("reason for hiding in Albanian"), blank=True)
    hidden_reason_en = models.TextField(_("reason for hiding in English"), blank=True)
    moderated_at = models.DateTimeField(_("moderated at"), null=True, blank=True)

    hidden_reason = Bilingual("hidden_reason")

    objects = CommentQuerySet.as_manager()

    class Meta:
        ordering = ["consultation", "number"]
        verbose_name = _("comment")
        verbose_name_plural = _("comments")
        constraints = [
            models.UniqueConstraint(fields=["consultation", "number"], name="comment_number_once_a_consultation"),
            models.CheckConstraint(
                name="comment_is_on_exactly_one_thing",
                condition=Q(provision__isnull=False, is_on_whole=False) | Q(provision__isnull=True, is_on_whole=True),
            ),
        ]
        indexes = [
            models.Index(fields=["provision", "moderation"]),
            models.Index(fields=["consultation", "moderation"]),
        ]

    def __str__(self) -> str:
        return f"{self.contribution.receipt}: {self.text[:60]}"


class ModerationEvent(models.Model):
    """What a moderator did to a comment, when and why. Only ever added to."""

    comment = models.ForeignKey(
        ConsultationComment, on_delete=models.CASCADE, related_name="moderation_events", verbose_name=_("comment")
    )
    before = models.CharField(_("before"), max_length=10, choices=Moderation)
    after = models.CharField(_("after"), max_length=10, choices=Moderation)
    reason_sq = models.TextField(_("reason in Albanian"), blank=True)
    reason_en = models.TextField(_("reason in English"), blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="moderation_events",
        verbose_name=_("by"),
    )
    at = models.DateTimeField(_("at"))

    class Meta:
        ordering = ["at", "pk"]
        verbose_name = _("moderation event")
        verbose_name_plural = _("moderation events")

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"
