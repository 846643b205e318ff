from django.db import models
from django.utils.translation import gettext_lazy as _


class EventKind(models.TextChoices):
    WORKSHOP = "workshop", _("Workshop")
    CONFERENCE = "conference", _("Conference")


class EventStage(models.TextChoices):
    """What people decided. Whether registration is open, and whether the event is over, follow from the clock."""

    PREPARING = "preparing", _("being prepared")
    ANNOUNCED = "announced", _("announced")
    CANCELLED = "cancelled", _("cancelled")
    HELD = "held", _("held")


class RegistrationMoment(models.TextChoices):
    """Where registration stands at an instant."""

    BEFORE = "before", _("Registration opens later")
    OPEN = "open", _("Registration open")
    CLOSED = "closed", _("Registration closed")
    UNDER_WAY = "under_way", _("Under way")
    OVER = "over", _("Took place")
    CANCELLED = "cancelled", _("Cancelled")


class RegistrationState(models.TextChoices):
    """`LAPSED`: still waiting when the event was held."""

    REGISTERED = "registered", _("has a place")
    WAITING = "waiting", _("on the waiting list")
    CANCELLED = "cancelled", _("cancelled")
    LAPSED = "lapsed", _("lapsed")


ACTIVE_STATES = (RegistrationState.REGISTERED, RegistrationState.WAITING)
PUBLIC_STAGES = (EventStage.ANNOUNCED, EventStage.CANCELLED, EventStage.HELD)


class AccessNeed(models.TextChoices):
    """What somebody needs in order to take part. The values are the names of the columns of `AccessNeeds`."""

    WHEELCHAIR = "wheelchair", _("Space for a wheelchair")
    SIGN_LANGUAGE = "sign_language", _("Sign language interpretation")
    INDUCTION_LOOP = "induction_loop", _("Induction loop")
    LARGE_PRINT = "large_print", _("Materials in large print")
    COMPANION = "companion", _("A companion")
    DIET = "diet", _("A special diet")
