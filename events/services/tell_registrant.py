"""The letters of this room, each with what it needs to know. Written in the transaction of the deed that they tell of.

Nothing that a registrant typed stands in them, not even the name: an address is not confirmed yet, and whoever types a
stranger's could otherwise have the portal send that stranger any text.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

from events.records import Registration
from events.selectors import calendar_file, turn_of, words_of
from portal.accounts.links import sign
from portal.languages.bilingual import Bilingual
from portal.languages.enums import Language
from portal.notifications.services import Attachment, queue_letter

MANAGE = "events.registration"
"""What the signed link in a letter is for: seeing and cancelling one registration."""


@dataclass(frozen=True)
class ManageLink:
    """The signed address at which a registration is seen and cancelled, in both languages."""

    url_sq: str
    url_en: str

    url = Bilingual("url")


def tell_registered(registration: Registration, at: datetime) -> None:
    _write("registered", registration, at, with_calendar=True)


def tell_waiting(registration: Registration, at: datetime) -> None:
    _write("waiting", registration, at)


def tell_of_free_place(registration: Registration, at: datetime) -> None:
    _write("place_free", registration, at, with_calendar=True)


def tell_of_standing(registration: Registration, at: datetime) -> None:
    """Somebody typed an address that is registered already: at most one letter a day, so that nobody can be pestered."""
    _write("standing", registration, at, occasion=f"{registration.pk}:{at:%Y-%m-%d}")


def tell_cancelled(registration: Registration, at: datetime) -> None:
    _write("cancelled", registration, at)


def tell_called_off(registration: Registration, at: datetime) -> None:
    _write("event_cancelled", registration, at, with_calendar=True)


def _write(
    letter: str, registration: Registration, at: datetime, *, with_calendar: bool = False, occasion: str = ""
) -> None:
    """Nobody is written to whose address was erased."""
    participant = registration.participant
    if participant is None:
        return
    queue_letter(
        f"events/{letter}",
        to=participant.email,
        language=participant.language,
        occasion=f"events/{letter}:{occasion or registration.pk}",
        context=_context(registration),
        attachments=[_calendar(registration, participant.language, at)] if with_calendar else (),
    )


def _context(registration: Registration) -> dict[str, Any]:
    event = registration.event
    token = sign(MANAGE, registration.pk)
    return {
        "registration": registration,
        "event": event,
        "words": words_of(event),
        "link": ManageLink(*(_manage_address(event.number, token, language) for language in Language)),
        "turn": turn_of(registration),
        "is_example": event.is_example,
    }


def _manage_address(number: int, token: str, language: Language) -> str:
    with override(language):
        return settings.BASE_URL + reverse("events:manage", args=[number, token])


def _calendar(registration: Registration, language: str, at: datetime) -> Attachment:
    event = registration.event
    return Attachment(
        name=f"{event.starts_at:%Y-%m-%d}-{event.number}.ics",
        media_type="text/calendar; charset=utf-8; method=PUBLISH",
        content=calendar_file([event], language, at=at),
    )
