from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db import transaction

from events.enums import ACTIVE_STATES, AccessNeed, RegistrationState
from events.errors import RegistrationNotOpen
from events.policies import may_register
from events.records import AccessNeeds, Event, Registration
from events.selectors import places_of
from events.services.lock_event import lock_event
from events.services.promote_waiting import fill_free_places
from events.services.tell_registrant import tell_of_standing, tell_registered, tell_waiting
from portal.accounts.models import Participant
from portal.delivery.generation import raise_generation
from portal.languages.enums import Language
from portal.stakeholders.models import StakeholderCategory
from portal.work.clock import database_now


@dataclass(frozen=True)
class RegistrationEntry:
    """What somebody filled in."""

    email: str
    name: str
    category: StakeholderCategory
    language: Language
    organisation: str = ""
    hall_language: Language = Language.ALBANIAN
    needs: Collection[AccessNeed] = field(default_factory=tuple)
    note: str = ""


@transaction.atomic
def register(*, event: Event, entry: RegistrationEntry, form_token: UUID | None = None) -> Registration:
    """Give a place, or a turn in the waiting list, and write to the person which it is.

    The event's row is locked first and the clock read after it: of any number of people who press at once, each is counted
    before the next one is looked at, and whoever waited for the lock past the closing instant is late. The queue is served
    before a newcomer. The same form sent twice, and an address that is registered already, change nothing and return the
    registration that stands; the latter gets a letter that says so.
    """
    held = lock_event(event)
    sent_before = Registration.objects.filter(event=held, form_token=form_token).first() if form_token else None
    if sent_before is not None:
        return sent_before
    now = database_now()
    if not may_register(held, now):
        raise RegistrationNotOpen
    standing = _standing_of(held, entry.email)
    if standing is not None:
        tell_of_standing(standing, now)
        return standing
    fill_free_places(held, now)
    has_place = places_of(held, now).has_place_for_newcomer(entry.category.pk)
    registration = _write(held, entry, form_token, now, has_place)
    tell = tell_registered if has_place else tell_waiting
    tell(registration, now)
    raise_generation()
    return registration


def _standing_of(event: Event, email: str) -> Registration | None:
    return (
        Registration.objects.filter(event=event, state__in=ACTIVE_STATES, participant__email=email.lower())
        .select_related("event", "participant")
        .first()
    )


def _write(
    event: Event, entry: RegistrationEntry, form_token: UUID | None, now: datetime, has_place: bool
) -> Registration:
    participant = Participant(
        email=entry.email.lower(),
        name=entry.name,
        organisation=entry.organisation,
        language=entry.language,
        created_at=now,
    )
    participant.full_clean()
    participant.save()
    registration = Registration(
        event=event,
        participant=participant,
        category=entry.category.top,
        organisation=entry.organisation,
        hall_language=entry.hall_language,
        state=RegistrationState.REGISTERED if has_place else RegistrationState.WAITING,
        form_token=form_token,
        registered_at=now,
    )
    registration.full_clean()
    registration.save()
    if entry.needs or entry.note:
        needs = AccessNeeds(registration=registration, note=entry.note, **{str(need): True for need in entry.needs})
        needs.full_clean()
        needs.save()
    return registration
