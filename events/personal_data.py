"""What this room holds about a person, found by the address they registered with."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.enums import AccessNeed
from events.records import AccessNeeds, Registration
from events.selectors import words_of
from events.services import forget_registrant


class Registrations:
    """Places and turns at events. Name and address stand with the participant, which the commons hold."""

    label = gettext_lazy("Your registrations for events")
    fields = (
        "events.Registration.organisation",
        "events.Registration.hall_language",
        "events.Registration.code",
        "events.Registration.state",
        "events.AccessNeeds.wheelchair",
        "events.AccessNeeds.sign_language",
        "events.AccessNeeds.induction_loop",
        "events.AccessNeeds.large_print",
        "events.AccessNeeds.companion",
        "events.AccessNeeds.diet",
        "events.AccessNeeds.note",
    )

    def held(self, email: str) -> list[dict[str, Any]]:
        return [_told(registration) for registration in self._of(email)]

    def erase(self, email: str) -> int:
        return forget_registrant(email=email)

    def closed_before(self, at: datetime) -> Iterable[int]:
        """Participants whose event ended before the given moment: retention ends their identities."""
        registrations = Registration.objects.filter(event__ends_at__lt=at, participant__isnull=False)
        return registrations.order_by("pk").values_list("participant_id", flat=True)

    def _of(self, email: str) -> QuerySet[Registration]:
        return (
            Registration.objects.filter(participant__email__iexact=email)
            .select_related("event", "category", "needs", "attendance")
            .prefetch_related("event__pages__locale")
            .order_by("pk")
        )


def _told(registration: Registration) -> dict[str, Any]:
    needs: AccessNeeds | None = getattr(registration, "needs", None)
    attendance = getattr(registration, "attendance", None)
    return {
        _("event"): str(words_of(registration.event).title),
        _("reference"): registration.code,
        _("category"): str(registration.category.name),
        _("organisation"): registration.organisation,
        _("language in the hall"): registration.hall_language,
        _("state"): str(registration.get_state_display()),
        _("registered at"): registration.registered_at.isoformat(),
        _("cancelled at"): registration.cancelled_at.isoformat() if registration.cancelled_at else None,
        _("arrived at"): attendance.arrived_at.isoformat() if attendance else None,
        _("what you need"): [str(need.label) for need in AccessNeed if needs and getattr(needs, need.value)],
        _("anything else"): needs.note if needs else "",
    }


PERSONAL_DATA = (Registrations(),)
