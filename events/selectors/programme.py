from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Any

from django.utils import timezone

from events.records import Event, ProgrammeItem


@dataclass(frozen=True)
class ProgrammeDay:
    """A day of the programme as the programme component takes it; what shares an hour runs side by side."""

    date: date
    name: str
    items: list[dict[str, Any]]


def programme_by_day(event: Event) -> list[ProgrammeDay]:
    items = sorted(event.programme.all(), key=lambda item: (item.starts_at, item.position, item.pk or 0))
    return [
        ProgrammeDay(day, "", [_hour(starts, list(parallel)) for starts, parallel in groupby(together, _start)])
        for day, together in groupby(items, lambda item: _start(item).date())
    ]


def _start(item: ProgrammeItem) -> datetime:
    return timezone.localtime(item.starts_at)


def _hour(starts: datetime, parallel: list[ProgrammeItem]) -> dict[str, Any]:
    first = parallel[0]
    hour = {"starts": starts, "ends": timezone.localtime(max(item.ends_at for item in parallel))}
    if len(parallel) > 1:
        return hour | {"tracks": [{"title": item.title, "text": _line(item)} for item in parallel]}
    return hour | {"title": first.title, "text": _line(first)}


def _line(item: ProgrammeItem) -> str:
    """Who speaks, where, and what about."""
    return _joined(part for part in (item.speaker, item.room, item.text))


def _joined(parts: Iterable[str]) -> str:
    return " · ".join(part for part in parts if part)
