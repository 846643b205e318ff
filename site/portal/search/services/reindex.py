"""The worker's turns at the index of the database."""

from collections.abc import Iterable
from itertools import islice

from portal.search.analysis import RECIPE
from portal.search.engines import database_engine, elastic_engine
from portal.search.records import SearchChange, SearchRow
from portal.search.searchable import searchables
from portal.search.services.rewrite import forget, rewrite

BATCH = 10
"""Things in one turn. Each has a row a language, and one for each page of its files."""

QUEUED_AT_ONCE = 100


def reindex_some() -> int:
    """Take the oldest changes into the database's index; return how many changes were handled.

    A change is struck off only when its rows are written: killed in between, the worker does it again.
    """
    with database_engine().only_writer() as alone:
        if not alone:
            return 0
        changes = list(SearchChange.objects.filter(is_indexed=False).order_by("id")[:BATCH])
        for kind in dict.fromkeys(change.kind for change in changes):
            of_kind = [change for change in changes if change.kind == kind]
            _write(kind, {change.key for change in of_kind})
            done = SearchChange.objects.filter(pk__in=[change.pk for change in of_kind])
            done.delete() if elastic_engine() is None else done.update(is_indexed=True)
    return len(changes)


def _write(kind: str, keys: set[int]) -> None:
    """A kind that no room hands in any more is forgotten."""
    searchable = searchables().get(kind)
    if searchable is None:
        forget(kind, keys)
    else:
        rewrite(searchable, keys)


def renew_old() -> int:
    """Queue what was indexed by an older analysis, once nothing else waits; return how many things that are."""
    if SearchChange.objects.exists():
        return 0
    things = list(SearchRow.objects.exclude(recipe=RECIPE).values_list("kind", "key").distinct())
    queue_things(things)
    return len(things)


def queue_everything() -> int:
    """Queue each thing of each kind, and each that is in the index though no room knows it any more."""
    things = set(SearchRow.objects.values_list("kind", "key").distinct())
    for kind, searchable in searchables().items():
        things |= {(kind, entry.key) for entry in searchable.entries()}
    queue_things(sorted(things))
    return len(things)


def queue_things(things: Iterable[tuple[str, int]], *, is_indexed: bool = False) -> None:
    """With `is_indexed`, only Elasticsearch is to have them anew."""
    changes = (SearchChange(kind=kind, key=key, is_indexed=is_indexed) for kind, key in things)
    while some := list(islice(changes, QUEUED_AT_ONCE)):
        SearchChange.objects.bulk_create(some)
