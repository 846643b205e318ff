"""The cast of the events: a workshop with places for two categories and some for all, and people who come."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.contrib.auth.models import Group

from events.pages import EventIndexPage
from events.records import Event, ProgrammeItem, Registration
from events.services import RegistrationEntry, announce_event, plant_event_index, register, start_event
from portal.accounts.enums import Role
from portal.accounts.records import User
from portal.languages.enums import Language
from portal.pages.services import PageWords
from portal.stakeholders.models import StakeholderCategory
from portal.work.clock import database_now

CATEGORIES = {
    "government": ("Institucione qeveritare", "Government entities"),
    "international": ("Bashkësia ndërkombëtare", "International community"),
    "civil_society": ("Shoqëria civile", "Civil society"),
    "business": ("Komuniteti i biznesit", "Business community"),
    "academia": ("Bota akademike", "Academia"),
    "individuals_others": ("Qytetarë dhe të tjerë", "Individuals and others"),
}

Category = Callable[[str], StakeholderCategory]


@pytest.fixture
def categories(db: None) -> dict[str, StakeholderCategory]:
    return {
        code: StakeholderCategory.objects.get_or_create(
            code=code, defaults={"name_sq": sq, "name_en": en, "position": position}
        )[0]
        for position, (code, (sq, en)) in enumerate(CATEGORIES.items())
    }


@pytest.fixture
def index(home: Any) -> EventIndexPage:
    return plant_event_index(home)


@pytest.fixture
def now(db: None) -> datetime:
    return database_now()


def an_event(now: datetime, **facts: Any) -> Event:
    """An event not saved yet: open for registration now, in three weeks, for a day."""
    usual = {
        "starts_at": now + timedelta(days=21),
        "ends_at": now + timedelta(days=21, hours=8),
        "registration_opens_at": now - timedelta(days=1),
        "registration_closes_at": now + timedelta(days=14),
        "capacity": 6,
        "place_sq": "Salla e shembullit",
        "place_en": "The example hall",
        "address_sq": "Rruga e Shembullit 1, Tiranë",
        "address_en": "1 Example Street, Tirana",
        "contact_email": "ngjarje@example.al",
    }
    return Event(**(usual | facts))


def words(title_sq: str = "Punëtori për kthimin", title_en: str = "Workshop on return") -> dict[Language, PageWords]:
    return {
        Language.ALBANIAN: PageWords(title=title_sq, fields={"summary": "Një ditë pune për kthimin dhe riintegrimin."}),
        Language.ENGLISH: PageWords(title=title_en, fields={"summary": "A working day on return and reintegration."}),
    }


@pytest.fixture
def prepare(index: EventIndexPage, categories: Any, now: datetime) -> Callable[..., Event]:
    """Start an event in preparation; `reserved` by category code."""

    def _prepare(
        reserved: dict[str, int] | None = None,
        programme: tuple[ProgrammeItem, ...] = (),
        titles: Any = (),
        **facts: Any,
    ) -> Event:
        return start_event(
            event=an_event(now, **facts),
            words=words(*titles),
            reserved={categories[code]: places for code, places in (reserved or {}).items()},
            programme=programme,
        )

    return _prepare


@pytest.fixture
def announce(prepare: Callable[..., Event]) -> Callable[..., Event]:
    """Start an event and announce it."""
    return lambda **facts: announce_event(event=prepare(**facts))


@pytest.fixture
def workshop(announce: Callable[..., Event]) -> Event:
    """Six places: two reserved for government, one for civil society, three open."""
    return announce(reserved={"government": 2, "civil_society": 1})


@pytest.fixture
def come(categories: Any) -> Callable[..., Registration]:
    """Register somebody of a category, each time with a new address unless one is given."""

    def _come(event: Event, category: str, **details: Any) -> Registration:
        token = details.pop("form_token", None)
        entry = RegistrationEntry(
            **(
                {
                    "email": f"{uuid4().hex}@example.al",
                    "name": "Njeri Shembull",
                    "category": categories[category],
                    "language": Language.ALBANIAN,
                }
                | details
            )
        )
        return register(event=event, entry=entry, form_token=token)

    return _come


def somebody(role: Role | None = None) -> User:
    user = User.objects.create_user(f"{uuid4().hex}@example.al", "a long enough password")
    if role is not None:
        user.groups.add(Group.objects.get_or_create(name=role.value)[0])
    return user
