"""The example workshop and conference, on working days ahead of the day of loading."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction

from consultation.models import Consultation
from consultation.working_days import end_of
from events.models import Event, ProgrammeItem
from events.services import announce_event, start_event
from portal.languages.enums import Language
from portal.pages.services import PageWords
from portal.seed.blocks import body_blocks
from portal.seed.content_files import content
from portal.seed.dates import instant, working_days_ahead
from portal.seed.links import page_id
from portal.seed.vocabulary import mapped
from portal.stakeholders.models import StakeholderCategory


def load_events(*, today: date) -> int:
    """All of `events.yaml`; only for sites that may hold examples. Returns how many are new."""
    return sum(_load(row, f"events.yaml[{place}]", today) for place, row in enumerate(content("events")["events"]))


@transaction.atomic
def _load(row: Mapping[str, Any], at: str, today: date) -> int:
    if Event.objects.filter(code=row["key"]).exists():
        return 0
    days = working_days_ahead(row["days_ahead"], row["days"], today=today)
    event = start_event(
        event=_event(row, days, today, at),
        words=_words(row),
        reserved={StakeholderCategory.objects.get(code=q["category"]): q["reserved"] for q in row["quotas"]},
        programme=list(_programme(row, days)),
    )
    announce_event(event=event)
    return 1


def event_dates(row: Mapping[str, Any], days: list[date], today: date) -> dict[str, datetime]:
    """Everything of an event that has a day, for the days on which it is held."""
    return {
        "starts_at": instant(days[0], row["starts"]),
        "ends_at": instant(days[-1], row["ends"]),
        "registration_opens_at": instant(today - timedelta(days=row["registration_opened_days_ago"]), "09:00"),
        "registration_closes_at": end_of(days[0] - timedelta(days=row["registration_closes_days_before"])),
        "places_released_at": end_of(days[0] - timedelta(days=row["places_released_days_before"])),
    }


def _event(row: Mapping[str, Any], days: list[date], today: date, at: str) -> Event:
    bilingual = {f"{name}_{code}": row[name][code] for name in ("place", "address", "languages") for code in Language}
    access = {f"access_{code}": "\n".join(row["access"][code]) for code in Language}
    return Event(
        code=row["key"],
        kind=mapped("event_kind", row["kind"], at=f"{at}.kind"),
        consultation=Consultation.objects.get(code=row["consultation"]),
        capacity=row["capacity"],
        contact_email=settings.CONTACT_EMAIL,
        is_example=row["example"],
        **event_dates(row, days, today),
        **bilingual,
        **access,
    )


def _words(row: Mapping[str, Any]) -> dict[Language, PageWords]:
    return {
        language: PageWords(
            title=row["title"][language],
            slug=row["slug"][language],
            fields={
                "search_description": row["search_description"][language],
                "summary": " ".join(row["lede"][language].split()),
                "body": body_blocks([{"paragraph": row["body"][language]}], page_id),
            },
        )
        for language in Language
    }


def _programme(row: Mapping[str, Any], days: list[date]) -> Iterator[ProgrammeItem]:
    for position, item in enumerate(row["programme"]):
        words = {
            f"{name}_{code}": item.get(name, {}).get(code, "")
            for name in ("title", "text", "speaker", "room")
            for code in Language
        }
        day = days[item["day"] - 1]
        yield ProgrammeItem(
            starts_at=instant(day, item["starts"]), ends_at=instant(day, item["ends"]), position=position, **words
        )
