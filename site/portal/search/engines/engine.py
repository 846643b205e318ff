"""What is asked of an engine, and what it answers."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Protocol

from portal.languages.enums import Language
from portal.search.query import Query


class EngineDown(Exception):
    """Elasticsearch cannot answer now, in a word why. Search then asks the database's own index."""


class EngineResting(EngineDown):
    """It did not answer a moment ago, so it was not asked."""


@dataclass(frozen=True)
class Filters:
    """What the reader narrowed the search to; an empty tuple means all. A period is a first and a last year."""

    kinds: tuple[str, ...] = ()
    periods: tuple[tuple[int, int], ...] = ()
    institutions: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return any((self.kinds, self.periods, self.institutions, self.languages))

    def is_in_period(self, year: int) -> bool:
        return not self.periods or any(first <= year <= last for first, last in self.periods)


@dataclass(frozen=True)
class Wish:
    """One page of a search: what, narrowed to what, for a reader of which language, in which order, which hits.

    Things in `hidden` count as not found. Only the database's own index is asked while there are any.
    """

    query: Query
    filters: Filters
    language: Language
    newest_first: bool = False
    offset: int = 0
    limit: int = 15
    hidden: frozenset[tuple[str, int]] = frozenset()


@dataclass(frozen=True)
class Hit:
    """A thing that was found, with its best rows: the reader's language first, then the better match."""

    kind: str
    key: int
    rows: tuple[int, ...]
    year: int = 0
    institution: str = ""
    languages: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Counts:
    """How many things of each kind, year, institution and language pass all other filters.

    Each leaves its own filter aside, so that ticking a second box adds to the first.
    """

    kinds: Counter[str] = field(default_factory=Counter)
    years: Counter[int] = field(default_factory=Counter)
    institutions: Counter[str] = field(default_factory=Counter)
    languages: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True)
class Found:
    """One page of hits, and how many things there are in all.

    `unfiltered` counts what the words alone find. Unless `is_whole` there were more rows than are worth counting, and
    all numbers are of those that were read.
    """

    hits: tuple[Hit, ...] = ()
    total: int = 0
    unfiltered: int = 0
    is_whole: bool = True
    counts: Counts = field(default_factory=Counts)


class Engine(Protocol):
    """An index of stems. A thing counts once, whichever of its rows match."""

    def search(self, wish: Wish) -> Found: ...
