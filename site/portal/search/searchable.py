"""What rooms hand to search. A room's `search.py` holds one constant: `SEARCHABLES = (…)` of objects like `Searchable`."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from typing import Any, Protocol

from django.apps import apps
from django.utils.functional import Promise


@dataclass(frozen=True)
class SearchEntry:
    """One thing in one language as search keeps it: what can be found, and what the list of hits shows."""

    key: int
    language: str
    title: str
    text: str
    url: str
    date: datetime.date | None = None
    institution: str = ""
    category: str = ""
    is_example: bool = False


class Searchable(Protocol):
    """One kind of thing that can be found.

    `entries` yields what is public now, in each language that it can be read in, for the given keys or for all; a key that
    yields nothing leaves the index. `visible` is asked again about every hit before it is shown, so that an index that lags
    behind betrays nothing; it goes through the room's `visible_to`.
    """

    kind: str
    label: str | Promise

    def entries(self, keys: Iterable[int] | None = None) -> Iterator[SearchEntry]: ...

    def visible(self, user: Any, keys: Iterable[int]) -> set[int]: ...

    def key_of(self, page: Any) -> int | None:
        """The key of the thing that this Wagtail page tells, or None if it is none of this kind."""


def searchables() -> dict[str, Searchable]:
    """Every kind of thing that the rooms hand in, by its name."""
    found: dict[str, Searchable] = {}
    for app in apps.get_app_configs():
        if find_spec(f"{app.name}.search"):
            for searchable in getattr(import_module(f"{app.name}.search"), "SEARCHABLES", ()):
                found[searchable.kind] = searchable
    return found
