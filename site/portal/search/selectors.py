"""Searching: the index proposes, each room's `visible` disposes, and the words are shown in their place."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import timedelta
from math import ceil
from typing import Any

from django.core.paginator import Page, Paginator
from django.utils import timezone

from portal.search.engines import Counts, Found, Wish, search_with_best_engine
from portal.search.query import Query
from portal.search.records import SearchChange
from portal.search.results import Result, results_of
from portal.search.searchable import searchables

PER_PAGE = 15
LAST_PAGE = 200
MOST_WAITING = 500
WAITS_LONG = timedelta(minutes=2)

Thing = tuple[str, int]


@dataclass(frozen=True)
class Results:
    """A page of results and what the filters would show. `query` is what found them; it may be wider than what was typed."""

    query: Query
    found: Found
    page: Page[Result]

    @property
    def total(self) -> int:
        return self.found.total


def find(user: Any, wish: Wish, number: int, *, changes_wait: bool) -> Results:
    """One page of what this person may see.

    What nothing contains is sought once more with the last word as the beginning of one. A page after the last is the last.
    """
    number = max(1, min(number, LAST_PAGE))
    hidden = _hidden_by_changes(user) if changes_wait and wish.query else frozenset()
    wish = replace(wish, offset=(number - 1) * PER_PAGE, limit=PER_PAGE, hidden=hidden)
    found = search_with_best_engine(wish, changes_wait=changes_wait) if wish.query else Found()
    if not found.unfiltered and (unfinished := wish.query.unfinished):
        wish = replace(wish, query=unfinished)
        found = search_with_best_engine(wish, changes_wait=changes_wait)
    last = max(1, ceil(found.total / PER_PAGE))
    if number > last:
        return find(user, wish, last, changes_wait=changes_wait)
    found = _without_hidden(user, found)
    shown = results_of(found.hits, wish)
    return Results(wish.query, found, _Window(shown, found.total).page(number))


def changes_wait() -> bool:
    """Whether anything has changed that is not in every index yet."""
    return SearchChange.objects.exists()


def is_behind() -> bool:
    """Whether the database's own index has waited so long for a change that readers should be told."""
    return SearchChange.objects.filter(is_indexed=False, queued_at__lt=timezone.now() - WAITS_LONG).exists()


class _Window(Paginator[Result]):
    """A paginator over a list of which only one page was fetched."""

    def __init__(self, shown: list[Result], total: int) -> None:
        super().__init__(shown, PER_PAGE)
        self.count = min(total, PER_PAGE * LAST_PAGE)

    def page(self, number: int | str) -> Page[Result]:
        return Page(self.object_list, int(number), self)


def _without_hidden(user: Any, found: Found) -> Found:
    """What was found less what this person may not see, in the numbers too: a lone hit must not betray itself."""
    visible = _visible(user, [(hit.kind, hit.key) for hit in found.hits])
    hidden = [hit for hit in found.hits if (hit.kind, hit.key) not in visible]
    if not hidden:
        return found
    counts = found.counts
    return replace(
        found,
        hits=tuple(hit for hit in found.hits if (hit.kind, hit.key) in visible),
        total=found.total - len(hidden),
        unfiltered=found.unfiltered - len(hidden),
        counts=Counts(
            kinds=counts.kinds - Counter(hit.kind for hit in hidden),
            years=counts.years - Counter(hit.year for hit in hidden),
            institutions=counts.institutions - Counter(hit.institution for hit in hidden),
            languages=counts.languages - Counter(language for hit in hidden for language in hit.languages),
        ),
    )


def _hidden_by_changes(user: Any) -> frozenset[Thing]:
    """What changed and may not be seen any more, though the index does not know yet. Before anything is counted: a hit on
    another page of the results betrays itself by a number too.
    """
    waiting = SearchChange.objects.filter(is_indexed=False).order_by("-id").values_list("kind", "key")
    things = set(waiting[:MOST_WAITING])
    return frozenset(things - _visible(user, things))


def _visible(user: Any, things: Iterable[Thing]) -> set[Thing]:
    known = searchables()
    keys: dict[str, list[int]] = {}
    for kind, key in things:
        keys.setdefault(kind, []).append(key)
    return {(kind, key) for kind in keys.keys() & known.keys() for key in known[kind].visible(user, keys[kind])}
