from dataclasses import dataclass

from django.db.models import QuerySet

from events.enums import RegistrationState
from events.records import Event, Registration
from portal.languages.alphabet import albanian_sort_key, fold


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
