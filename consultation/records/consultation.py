from datetime import date, datetime, timedelta

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from consultation.enums import ActKind, Licence, ModerationMoment, Stage, State, WhoMayComment
from library.publications.models import Publication
from library.reviews.models import Review
from portal.languages.bilingual import Bilingual
from portal.stakeholders.models import Institution, StakeholderCategory

CONFIRMATION_GRACE = timedelta(hours=72)
"""How long after closing an address may still be confirmed."""


class Consultation(models.Model):
    """A period in which the public may comment on a draft. Shared by both language versions of its page."""

    number = models.PositiveIntegerField(_("number"), unique=True, editable=False)
    code = models.SlugField(_("code"), max_length=60, unique=True, help_text=_("Short and lasting, for imports."))
    act_kind = models.CharField(_("kind of act"), max_length=20, choices=ActKind)
    legal_basis_sq = models.CharField(_("legal basis in Albanian"), max_length=300, blank=True)
    legal_basis_en = models.CharField(_("legal basis in English"), max_length=300, blank=True)
    institution = models.ForeignKey(
        Institution, on_delete=models.PROTECT, related_name="consultations", verbose_name=_("institution")
    )
    review = models.ForeignKey(
        Review,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="consultations",
        verbose_name=_("review that is put out"),
    )
    contact_role_sq = models.CharField(_("contact in Albanian"), max_length=200, help_text=_("A role, not a person."))
    contact_role_en = models.CharField(_("contact in English"), max_length=200)
    contact_email = models.EmailField(_("e-mail address of the contact"))
    is_informal = models.BooleanField(
        _("outside law 146/2014"), default=False, help_text=_("Labelled informal; may be shorter than 20 working days.")
    )
    is_prior_notice = models.BooleanField(
        _("prior notice"),
        default=False,
        help_text=_("Asks questions and takes free contributions before a draft is written."),
    )
    follows = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="followed_by",
        verbose_name=_("prior notice that led to it"),
    )
    is_complex = models.BooleanField(
        _("complex or important act"), default=False, help_text=_("The law then allows up to 40 working days in all.")
    )
    who_may_comment = models.CharField(
        _("who may comment"), max_length=10, choices=WhoMayComment, default=WhoMayComment.ANYONE
    )
    moderation_moment = models.CharField(
        _("moderation"), max_length=10, choices=ModerationMoment, default=ModerationMoment.BEFORE
    )
    licence = models.CharField(_("licence of the comments"), max_length=10, choices=Licence, default=Licence.CC_BY)
    invited_categories = models.ManyToManyField(
        StakeholderCategory, blank=True, related_name="consultations", verbose_name=_("categories that are invited")
    )
    coordinator = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="coordinated_consultations",
        verbose_name=_("coordinator"),
        help_text=_("Has the open duties of this consultation."),
    )
    english_due_on = models.DateField(
        _("English promised by"),
        null=True,
        blank=True,
        help_text=_("Where the draft opens before its English is there."),
    )
    stage = models.CharField(_("stage"), max_length=12, choices=Stage, default=Stage.PREPARING, editable=False)
    opens_at = models.DateTimeField(_("opens at"))
    closes_at = models.DateTimeField(_("closes at"), editable=False)
    working_days = models.PositiveSmallIntegerField(_("working days"), default=20)
    term = models.JSONField(_("days of the term"), default=list, editable=False)
    answers_due_on = models.DateField(_("answers promised by"), null=True, blank=True)
    announced_at = models.DateTimeField(_("announced at"), null=True, editable=False)
    answered_at = models.DateTimeField(_("answered at"), null=True, editable=False)
    cancelled_at = models.DateTimeField(_("cancelled at"), null=True, editable=False)
    cancel_reason_sq = models.TextField(_("reason for cancelling in Albanian"), blank=True, editable=False)
    cancel_reason_en = models.TextField(_("reason for cancelling in English"), blank=True, editable=False)
    adopted_on = models.DateField(_("act adopted on"), null=True, blank=True)
    adopted_act = models.ForeignKey(
        Publication,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="consultations",
        verbose_name=_("adopted act in the library"),
    )
    is_example = models.BooleanField(_("is an example"), default=False)
    created_at = models.DateTimeField(_("started at"), default=timezone.now, editable=False)

    legal_basis = Bilingual("legal_basis")
    contact_role = Bilingual("contact_role")
    cancel_reason = Bilingual("cancel_reason")

    class Meta:
        ordering = ["-number"]
        verbose_name = _("consultation")
        verbose_name_plural = _("consultations")
        constraints = [
            models.CheckConstraint(
                name="consultation_opens_before_it_closes", condition=Q(opens_at__lt=F("closes_at"))
            ),
        ]
        indexes = [models.Index(fields=["stage", "closes_at"])]

    def __str__(self) -> str:
        return f"{self.number}: {self.code}"

    def is_open(self, at: datetime) -> bool:
        return self.stage == Stage.ANNOUNCED and self.opens_at <= at < self.closes_at

    def has_closed(self, at: datetime) -> bool:
        """Its comment period is over; a consultation called off has none."""
        return self.stage in {Stage.ANNOUNCED, Stage.ANSWERED, Stage.REPORTED} and at >= self.closes_at

    def state(self, at: datetime) -> State:
        if self.stage != Stage.ANNOUNCED:
            return State(self.stage)
        if at < self.opens_at:
            return State.ANNOUNCED
        return State.OPEN if at < self.closes_at else State.CLOSED

    def next_instant(self, now: datetime) -> datetime | None:
        """When the clock next changes what its pages show."""
        ahead = [at for at in (self.opens_at, self.closes_at) if at > now]
        return min(ahead) if ahead and self.stage == Stage.ANNOUNCED else None

    @property
    def confirm_until(self) -> datetime:
        return self.closes_at + CONFIRMATION_GRACE

    @property
    def term_days(self) -> tuple[date, ...]:
        """The working days of the term as they were computed with the notice, and again with each extension."""
        return tuple(date.fromisoformat(day) for day in self.term)


class DeadlineChange(models.Model):
    """An extension, noted: from when to when, who decided it and why. Never changed afterwards."""

    consultation = models.ForeignKey(
        Consultation, on_delete=models.CASCADE, related_name="deadline_changes", verbose_name=_("consultation")
    )
    old_closes_at = models.DateTimeField(_("closed at before"))
    new_closes_at = models.DateTimeField(_("closes at now"))
    working_days = models.PositiveSmallIntegerField(_("working days in all"))
    reason_sq = models.TextField(_("reason in Albanian"))
    reason_en = models.TextField(_("reason in English"))
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="deadline_changes",
        verbose_name=_("decided by"),
    )
    decided_at = models.DateTimeField(_("decided at"))
    told = models.PositiveIntegerField(_("letters written about it"), default=0)
    told_up_to = models.BigIntegerField(_("key of the last contribution told"), default=0, editable=False)
    told_at = models.DateTimeField(_("everyone was told at"), null=True, blank=True, editable=False)

    reason = Bilingual("reason")

    class Meta:
        ordering = ["decided_at", "pk"]
        verbose_name = _("extension")
        verbose_name_plural = _("extensions")
        constraints = [
            models.CheckConstraint(name="extension_moves_later", condition=Q(new_closes_at__gt=F("old_closes_at"))),
        ]

    def __str__(self) -> str:
        return f"{self.old_closes_at:%Y-%m-%d} → {self.new_closes_at:%Y-%m-%d}"
