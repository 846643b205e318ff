import uuid
from datetime import datetime

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from events.enums import EventKind, EventStage, RegistrationMoment
from portal.languages.bilingual import Bilingual, check_both_languages
from portal.stakeholders.models import StakeholderCategory


class Event(ClusterableModel, models.Model):  # type: ignore[misc]
    """A workshop or conference: what holds whatever the language. Both language versions of its page share it."""

    number = models.PositiveIntegerField(_("number"), unique=True, editable=False)
    code = models.SlugField(_("code"), max_length=60, unique=True, null=True, blank=True, editable=False)
    kind = models.CharField(_("kind"), max_length=20, choices=EventKind, default=EventKind.WORKSHOP)
    stage = models.CharField(
        _("stage"), max_length=12, choices=EventStage, default=EventStage.PREPARING, editable=False, db_index=True
    )
    consultation = models.ForeignKey(
        "consultation.Consultation",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="events",
        verbose_name=_("consultation that it serves"),
    )

    starts_at = models.DateTimeField(_("starts"), db_index=True)
    ends_at = models.DateTimeField(_("ends"), db_index=True)
    registration_opens_at = models.DateTimeField(_("registration opens"))
    registration_closes_at = models.DateTimeField(_("registration closes"))
    places_released_at = models.DateTimeField(
        _("reserved places are released"),
        null=True,
        blank=True,
        help_text=_("From then on, places that a category has not taken are open to everybody. Empty: never."),
    )
    capacity = models.PositiveIntegerField(_("places"), validators=[MinValueValidator(1), MaxValueValidator(20_000)])

    place_sq = models.CharField(_("place in Albanian"), max_length=200)
    place_en = models.CharField(_("place in English"), max_length=200)
    address_sq = models.CharField(_("address in Albanian"), max_length=300)
    address_en = models.CharField(_("address in English"), max_length=300)
    access_sq = models.TextField(
        _("accessibility in Albanian"),
        blank=True,
        max_length=2000,
        help_text=_("One fact a line: steps, lift, toilets, loop."),
    )
    access_en = models.TextField(_("accessibility in English"), blank=True, max_length=2000)
    languages_sq = models.CharField(
        _("languages in Albanian"), max_length=200, blank=True, help_text=_("Spoken languages and interpretation.")
    )
    languages_en = models.CharField(_("languages in English"), max_length=200, blank=True)
    contact_email = models.EmailField(_("contact address"), max_length=254)

    cancellation_sq = models.TextField(_("reason for cancelling in Albanian"), blank=True, editable=False)
    cancellation_en = models.TextField(_("reason for cancelling in English"), blank=True, editable=False)
    announced_at = models.DateTimeField(_("announced at"), null=True, blank=True, editable=False)
    cancelled_at = models.DateTimeField(_("cancelled at"), null=True, blank=True, editable=False)
    calendar_uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    calendar_sequence = models.PositiveIntegerField(default=0, editable=False)
    is_example = models.BooleanField(_("is an example"), default=False, editable=False)

    place = Bilingual("place")
    address = Bilingual("address")
    access = Bilingual("access")
    languages = Bilingual("languages")
    cancellation = Bilingual("cancellation")

    class Meta:
        ordering = ["starts_at", "number"]
        verbose_name = _("event")
        verbose_name_plural = _("events")
        constraints = [
            models.CheckConstraint(
                name="event_starts_before_it_ends",
                condition=Q(starts_at__lt=F("ends_at")),
                violation_error_message=_("The event must end after it starts."),
            ),
            models.CheckConstraint(
                name="event_registration_opens_before_it_closes",
                condition=Q(registration_opens_at__lt=F("registration_closes_at")),
                violation_error_message=_("Registration must close after it opens."),
            ),
            models.CheckConstraint(
                name="event_registration_closes_before_the_end",
                condition=Q(registration_closes_at__lte=F("ends_at")),
                violation_error_message=_("Registration must close before the event ends."),
            ),
            models.CheckConstraint(name="event_has_places", condition=Q(capacity__gte=1)),
        ]

    def __str__(self) -> str:
        return f"{self.number} · {self.get_kind_display()} · {self.starts_at:%Y-%m-%d}"

    def clean(self) -> None:
        check_both_languages(self, "access", "languages")

    def is_released(self, at: datetime) -> bool:
        """Whether places that categories left free are open to everybody by now."""
        return self.places_released_at is not None and self.places_released_at <= at

    def moment(self, at: datetime) -> RegistrationMoment:
        if self.stage == EventStage.CANCELLED:
            return RegistrationMoment.CANCELLED
        if self.stage == EventStage.HELD or self.ends_at <= at:
            return RegistrationMoment.OVER
        if self.registration_opens_at <= at < self.registration_closes_at:
            return RegistrationMoment.OPEN
        if at < self.registration_opens_at:
            return RegistrationMoment.BEFORE
        return RegistrationMoment.UNDER_WAY if self.starts_at <= at else RegistrationMoment.CLOSED

    def turns(self) -> tuple[datetime, ...]:
        """The instants at which what the page says changes by itself."""
        instants = (
            self.registration_opens_at,
            self.registration_closes_at,
            self.places_released_at,
            self.starts_at,
            self.ends_at,
        )
        return tuple(sorted(instant for instant in instants if instant is not None))


class CategoryQuota(models.Model):
    """Places kept for one of the top stakeholder categories until the event's places are released."""

    event: "models.ForeignKey[Event, Event]" = ParentalKey(
        Event, on_delete=models.CASCADE, related_name="quotas", verbose_name=_("event")
    )
    category = models.ForeignKey(
        StakeholderCategory,
        on_delete=models.PROTECT,
        related_name="event_quotas",
        limit_choices_to={"parent": None},
        verbose_name=_("stakeholder category"),
    )
    reserved = models.PositiveIntegerField(_("reserved places"), validators=[MinValueValidator(1)])

    class Meta:
        ordering = ["category__position", "category__code"]
        verbose_name = _("reserved places of a category")
        verbose_name_plural = _("reserved places by category")
        constraints = [
            models.UniqueConstraint(
                fields=["event", "category"],
                name="quota_once_for_event_and_category",
                violation_error_message=_("Each category can be named once."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.category}: {self.reserved}"


class ProgrammeItem(models.Model):
    """One line of the programme. Speakers are named by role and institution; items of the same hour run side by side."""

    event: "models.ForeignKey[Event, Event]" = ParentalKey(
        Event, on_delete=models.CASCADE, related_name="programme", verbose_name=_("event")
    )
    starts_at = models.DateTimeField(_("starts"))
    ends_at = models.DateTimeField(_("ends"))
    title_sq = models.CharField(_("title in Albanian"), max_length=200)
    title_en = models.CharField(_("title in English"), max_length=200)
    text_sq = models.TextField(_("description in Albanian"), blank=True, max_length=2000)
    text_en = models.TextField(_("description in English"), blank=True, max_length=2000)
    speaker_sq = models.CharField(_("who speaks, in Albanian"), max_length=200, blank=True)
    speaker_en = models.CharField(_("who speaks, in English"), max_length=200, blank=True)
    room_sq = models.CharField(_("room in Albanian"), max_length=120, blank=True)
    room_en = models.CharField(_("room in English"), max_length=120, blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    title = Bilingual("title")
    text = Bilingual("text")
    speaker = Bilingual("speaker")
    room = Bilingual("room")

    class Meta:
        ordering = ["starts_at", "position", "id"]
        verbose_name = _("item of the programme")
        verbose_name_plural = _("programme")
        constraints = [
            models.CheckConstraint(
                name="programme_item_starts_before_it_ends",
                condition=Q(starts_at__lt=F("ends_at")),
                violation_error_message=_("An item must end after it starts."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.starts_at:%Y-%m-%d %H:%M} {self.title_sq}"

    def clean(self) -> None:
        check_both_languages(self, "text", "speaker", "room")
