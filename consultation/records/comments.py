from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from consultation.enums import Moderation
from consultation.records.consultation import Consultation
from consultation.records.contribution import Contribution, ContributionFile
from consultation.records.drafts import Provision
from library.strategy.models import Measure
from portal.languages.bilingual import Bilingual
from portal.languages.enums import Language

TEXT_LIMIT = 10_000
"""Characters of a comment. Three A4 pages: an organisation with more to say sends a position paper."""

WORDING_LIMIT = 5_000

BCP_47 = RegexValidator(r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*\Z", _("This is no language code."))


class CommentQuerySet(models.QuerySet["ConsultationComment"]):
    def published(self) -> "CommentQuerySet":
        """Accepted by a moderator, sent from a confirmed address, not withdrawn."""
        return self.filter(
            moderation=Moderation.ACCEPTED,
            withdrawn_at__isnull=True,
            contribution__confirmed_at__isnull=False,
            contribution__withdrawn_at__isnull=True,
            contribution__disowned_at__isnull=True,
        )

    def awaiting_moderation(self) -> "CommentQuerySet":
        """Confirmed by its author and not yet looked at. What nobody confirmed is never shown, so nobody reads it."""
        return self.filter(
            moderation=Moderation.PENDING,
            withdrawn_at__isnull=True,
            contribution__confirmed_at__isnull=False,
            contribution__withdrawn_at__isnull=True,
            contribution__disowned_at__isnull=True,
        )


class ConsultationComment(models.Model):
    """One remark on one thing: a provision or section, a measure, the whole draft, or another comment.

    It belongs for ever to the words it was written on. A section is a provision of kind heading.
    """

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
    measure = models.ForeignKey(
        Measure,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="consultation_comments",
        verbose_name=_("measure"),
    )
    reply_to = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="replies", verbose_name=_("reply to")
    )
    is_on_whole = models.BooleanField(_("is on the whole draft"), default=False)
    text = models.TextField(_("text"), max_length=TEXT_LIMIT)
    proposed_wording = models.TextField(_("proposed wording"), max_length=WORDING_LIMIT, blank=True)
    reason = models.TextField(_("reason"), max_length=WORDING_LIMIT, blank=True)
    language = models.CharField(_("written in"), max_length=35, validators=[BCP_47])
    paper = models.ForeignKey(
        ContributionFile,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="clippings",
        verbose_name=_("position paper it was clipped from"),
    )
    paper_page = models.PositiveIntegerField(_("page of the position paper"), null=True, blank=True)
    same_as = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="duplicates",
        verbose_name=_("says the same as"),
        help_text=_("Shown once, with the number of those who said it."),
    )
    moderation = models.CharField(_("moderation"), max_length=10, choices=Moderation, default=Moderation.PENDING)
    hidden_reason_sq = models.TextField(_("reason for hiding in Albanian"), blank=True)
    hidden_reason_en = models.TextField(_("reason for hiding in English"), blank=True)
    moderated_at = models.DateTimeField(_("moderated at"), null=True, blank=True)
    withdrawn_at = models.DateTimeField(_("withdrawn by its author at"), null=True, blank=True)

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
                condition=Q(provision__isnull=False, measure=None, reply_to=None, is_on_whole=False)
                | Q(provision=None, measure__isnull=False, reply_to=None, is_on_whole=False)
                | Q(provision=None, measure=None, reply_to__isnull=False, is_on_whole=False)
                | Q(provision=None, measure=None, reply_to=None, is_on_whole=True),
            ),
        ]
        indexes = [
            models.Index(fields=["provision", "moderation"]),
            models.Index(fields=["consultation", "moderation"]),
        ]

    def __str__(self) -> str:
        return f"{self.contribution.receipt}: {self.text[:60]}"

    @property
    def is_withdrawn(self) -> bool:
        """Taken back by its author: by itself, or with everything of its receipt."""
        return self.withdrawn_at is not None or self.contribution.is_withdrawn


class CommentTranslation(models.Model):
    """A comment in another language, made by the staff: kept apart from the author's own words, and labelled."""

    comment = models.ForeignKey(
        ConsultationComment, on_delete=models.CASCADE, related_name="translations", verbose_name=_("comment")
    )
    language = models.CharField(_("language"), max_length=2, choices=Language)
    text = models.TextField(_("text"), max_length=2 * TEXT_LIMIT)
    proposed_wording = models.TextField(_("proposed wording"), max_length=2 * WORDING_LIMIT, blank=True)
    reason = models.TextField(_("reason"), max_length=2 * WORDING_LIMIT, blank=True)
    translated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="comment_translations",
        verbose_name=_("translated by"),
    )
    translated_at = models.DateTimeField(_("translated at"))

    class Meta:
        verbose_name = _("translation of a comment")
        verbose_name_plural = _("translations of comments")
        constraints = [
            models.UniqueConstraint(fields=["comment", "language"], name="comment_translation_once_a_language"),
        ]

    def __str__(self) -> str:
        return f"{self.comment_id}, {self.language}"


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
