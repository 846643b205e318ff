"""What rooms hand to search. A room's `search.py` holds one constant: `SEARCHABLES = (…)` of objects like `Searchable`."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any, Protocol

from django.apps import apps
from django.utils.functional import Promise


@dataclass(frozen=True)
class SearchEntry:
    """One thing in one language as search keeps it: what can be found, and what the list of results shows.

    A thing may have more entries than one in a language. Those that name a place within it (`where`: "page 12") lead
    there by their own `url`; they carry the thing's title, and the list shows them below it. Text is plain, though
    entities that `strip_tags` leaves behind are read.
    """

    key: int
    language: str
    title: str
    text: str
    url: str
    where: str = ""
    date: datetime.date | None = None
    institution: str = ""
    category: str = ""
    is_example: bool = False


class Searchable(Protocol):
    """One kind of thing that can be found, public by nature: the same for every reader."""

    kind: str
    """Its name in addresses and in the index; at most 40 characters, never changed."""

    label: str | Promise
    """What readers call these things, in the plural: the filter says so."""

    def entries(self, keys: Iterable[int] | None = None) -> Iterator[SearchEntry]:
        """What everybody may read now, in each language that it can be read in, for these keys or for all.

        A key that yields nothing leaves the index. Called by the worker: the language being read is none's, so each
        entry is made under `override(language)`.
        """
        ...

    def visible(self, user: Any, keys: Iterable[int]) -> set[int]:
        """Those of the keys that this reader may see, through the room's `visible_to`.

        Asked about every hit before it is shown: an index that lags behind betrays nothing.
        """
        ...

    def keys_of(self, page: Any) -> Iterable[int]:
        """The keys of the things that this Wagtail page tells, or that may be read only while it may.

        Asked whenever a page is published, taken down, moved, closed or deleted: rooms queue nothing for that.
        """
        ...


@cache
def searchables() -> dict[str, Searchable]:
    """Every kind of thing that the rooms hand in, by its name, in the order of the rooms."""
    found: dict[str, Searchable] = {}
    for app in apps.get_app_configs():
        if find_spec(f"{app.name}.search"):
            for searchable in getattr(import_module(f"{app.name}.search"), "SEARCHABLES", ()):
                found[searchable.kind] = searchable
    return found
