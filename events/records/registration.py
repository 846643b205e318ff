import secrets

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from events.enums import ACTIVE_STATES, RegistrationState
from events.records.event import Event
from portal.accounts.models import Participant
from portal.languages.enums import Language
from portal.stakeholders.models import StakeholderCategory

CODE_LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Without 0, 1, I and O, which are misread at a door."""


def fresh_code() -> str:
    """A reference that can be read aloud. It opens nothing: the signed link in the letter does."""
    return "R-" + "".join(secrets.choice(CODE_LETTERS) for _ in range(6))


class Registration(models.Model):
    """Somebody's place at an event, or their turn in the waiting list.

    Category and organisation are copied when it is written: people change office, a registration keeps the one it was made
    from. The person stands apart in `participant`; erasing them leaves the number of places right. The queue is the order of
    the keys, which is the order in which the event's lock was held.
    """

    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="registrations", verbose_name=_("event"))
    participant = models.OneToOneField(
        Participant,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="event_registration",
        verbose_name=_("participant"),
    )
    category = models.ForeignKey(
        StakeholderCategory,
        on_delete=models.PROTECT,
        related_name="event_registrations",
        verbose_name=_("stakeholder category"),
    )
    organisation = models.CharField(_("organisation"), max_length=200, blank=True)
    hall_language = models.CharField(
        _("language in the hall"), max_length=2, choices=Language, default=Language.ALBANIAN
    )
    state = models.CharField(_("state"), max_length=12, choices=RegistrationState)
    code = models.CharField(_("reference"), max_length=12, unique=True, default=fresh_code)
    form_token = models.UUIDField(null=True, blank=True, editable=False)
    registered_at = models.DateTimeField(_("registered at"))
    promoted_at = models.DateTimeField(_("got a place from the waiting list at"), null=True, blank=True)
    cancelled_at = models.DateTimeField(_("cancelled at"), null=True, blank=True)

    class Meta:
        ordering = ["id"]
        verbose_name = _("registration")
        verbose_name_plural = _("registrations")
        constraints = [
            models.UniqueConstraint(fields=["event", "form_token"], name="registration_once_for_event_and_form"),
        ]
        indexes = [models.Index(fields=["event", "state", "category"], name="registration_places")]

    def __str__(self) -> str:
        return self.code

    @property
    def is_active(self) -> bool:
        return self.state in ACTIVE_STATES


class AccessNeeds(models.Model):
    """What somebody needs in the hall: health data, so in a table of its own, read by organisers only, gone after the event."""

    registration = models.OneToOneField(
        Registration, on_delete=models.CASCADE, related_name="needs", verbose_name=_("registration")
    )
    wheelchair = models.BooleanField(_("Space for a wheelchair"), default=False)
    sign_language = models.BooleanField(_("Sign language interpretation"), default=False)
    induction_loop = models.BooleanField(_("Induction loop"), default=False)
    large_print = models.BooleanField(_("Materials in large print"), default=False)
    companion = models.BooleanField(_("A companion"), default=False)
    diet = models.BooleanField(_("A special diet"), default=False)
    note = models.TextField(_("anything else"), max_length=1000, blank=True)

    class Meta:
        verbose_name = _("access needs")
        verbose_name_plural = _("access needs")

    def __str__(self) -> str:
        return str(self.registration)


class Attendance(models.Model):
    """That somebody came, as a person at the door noted it."""

    registration = models.OneToOneField(
        Registration, on_delete=models.CASCADE, related_name="attendance", verbose_name=_("registration")
    )
    arrived_at = models.DateTimeField(_("arrived at"))
    noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="noted_attendances",
        verbose_name=_("noted by"),
    )

    class Meta:
        verbose_name = _("attendance")
        verbose_name_plural = _("attendance")

    def __str__(self) -> str:
        return f"{self.registration} {self.arrived_at:%H:%M}"
