from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from portal.search.query import Query
from portal.search.records import SearchRow


class EngineDown(Exception):
    """The engine cannot answer now. Search then asks the database's own."""


@dataclass(frozen=True)
class Filters:
    """What the reader narrowed the search to. Empty means all."""

    kinds: tuple[str, ...] = ()
    years: tuple[int, ...] = ()


@dataclass(frozen=True)
class Hit:
    """The best row of one thing."""

    row: int
    kind: str
    key: int


@dataclass(frozen=True)
class Found:
    """One page of hits, how many things there are in all, and how many of each kind and year (each without its own filter)."""

    hits: tuple[Hit, ...] = ()
    total: int = 0
    kinds: Mapping[str, int] = field(default_factory=dict)
    years: Mapping[int, int] = field(default_factory=dict)


class Engine(Protocol):
    """An index of stems. A thing counts once, whichever of its rows match; the reader's language goes first."""

    def search(self, query: Query, filters: Filters, *, language: str, offset: int, limit: int) -> Found: ...

    def write(self, rows: Iterable[SearchRow]) -> None: ...

    def remove(self, kind: str, keys: Iterable[int]) -> None:
        """Forget all rows of these things; called before their rows are deleted."""
