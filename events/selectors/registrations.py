from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.enums import AccessNeed, RegistrationState
from events.records import Event, Registration
from events.selectors.places import places_of
from portal.languages.alphabet import albanian_sort_key, fold
from portal.stakeholders.selectors import top_categories

SHEET_HEADINGS = (
    gettext_lazy("Reference"),
    gettext_lazy("State"),
    gettext_lazy("Registered at"),
    gettext_lazy("Name"),
    gettext_lazy("E-mail address"),
    gettext_lazy("Organisation"),
    gettext_lazy("Category"),
    gettext_lazy("Language of letters"),
    gettext_lazy("Language in the hall"),
    gettext_lazy("Arrival"),
)


def registrations_of(event: Event) -> QuerySet[Registration]:
    """Everybody who ever registered, first come first, with what a list shows of them."""
    return event.registrations.select_related("participant", "category", "attendance", "needs").order_by("id")


@dataclass(frozen=True)
class DoorList:
    """Who has a place, in the order of the alphabet; `found` are those that the search leaves."""

    found: list[Registration]
    expected: int
    arrived: int


def door_list(event: Event, query: str = "") -> DoorList:
    """People by name, organisation or reference; "cela" finds Çela."""
    people = list(
        event.registrations.filter(state=RegistrationState.REGISTERED)
        .select_related("participant", "category", "attendance")
        .order_by("id")
    )
    people.sort(key=lambda registration: albanian_sort_key(name_of(registration)))
    wanted = fold(query.strip())
    return DoorList(
        found=[person for person in people if wanted in fold(_searched(person))] if wanted else people,
        expected=len(people),
        arrived=sum(hasattr(person, "attendance") for person in people),
    )


def name_of(registration: Registration) -> str:
    """The person's name, or nothing once they were erased."""
    return registration.participant.name if registration.participant else ""


def _searched(registration: Registration) -> str:
    return f"{name_of(registration)} {registration.organisation} {registration.code}"


def sheet_of(event: Event) -> Iterator[list[str]]:
    """The registrations as rows of text, headings first. Access needs stay out: they are read at the desk only."""
    yield [str(heading) for heading in SHEET_HEADINGS]
    for registration in registrations_of(event):
        participant, attendance = registration.participant, getattr(registration, "attendance", None)
        yield [
            registration.code,
            str(registration.get_state_display()),
            _instant(registration.registered_at),
            name_of(registration),
            participant.email if participant else "",
            registration.organisation,
            registration.category.name,
            participant.language if participant else "",
            registration.hall_language,
            _instant(attendance.arrived_at if attendance else None),
        ]


def needs_of(event: Event) -> list[dict[str, Any]]:
    """What people who have a place need in the hall, one row a person, for whoever prepares it."""
    people = registrations_of(event).filter(state=RegistrationState.REGISTERED, needs__isnull=False)
    return [
        {
            "registration": person,
            "needs": [str(need.label) for need in AccessNeed if getattr(person.needs, need.value)],
            "note": person.needs.note,
        }
        for person in people
    ]


def desk_places(event: Event, at: datetime) -> list[dict[str, Any]]:
    """Places of each category in numbers, and of all together in the last row."""
    places = places_of(event, at)
    rows = [
        {
            "name": category.name,
            "reserved": places.reserved.get(category.pk, 0),
            "taken": places.taken.get(category.pk, 0),
            "waiting": places.waiting.get(category.pk, 0),
        }
        for category in top_categories()
    ]
    total = {
        "name": _("All"),
        "reserved": sum(places.reserved.values()),
        "taken": places.taken_in_all,
        "waiting": places.waiting_in_all,
    }
    return [*rows, total]


def _instant(at: datetime | None) -> str:
    return f"{timezone.localtime(at):%Y-%m-%d %H:%M}" if at else ""
