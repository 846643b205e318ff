"""The worker's turns at Elasticsearch. What is missing there waits as a change, and meanwhile the database answers."""

from django.db.models import Count, Sum

from portal.search.engines import EngineDown, elastic_engine
from portal.search.records import SearchChange, SearchRow, SearchText
from portal.search.services.reindex import queue_things

BATCH = 50


def push_some() -> int:
    """Hand the oldest indexed changes to Elasticsearch; return how many it has taken. While it is away they wait."""
    elastic = elastic_engine()
    changes = SearchChange.objects.filter(is_indexed=True)
    if elastic is None:
        return changes.delete()[0]
    some = list(changes.order_by("id")[:BATCH])
    if not some:
        return 0
    things = {(change.kind, change.key) for change in some}
    try:
        elastic.replace(things, _texts_of(things))
    except EngineDown:
        return 0
    SearchChange.objects.filter(pk__in=[change.pk for change in some]).delete()
    return len(some)


def _texts_of(things: set[tuple[str, int]]) -> list[SearchText]:
    return [
        text
        for kind in {kind for kind, _key in things}
        for text in SearchText.objects.select_related("row").filter(
            row__kind=kind, row__key__in=[key for of, key in things if of == kind]
        )
    ]


def heal_elastic() -> int:
    """Queue what Elasticsearch lacks or has too much: it was new, or lost, or was put back from an older copy.

    Only when nothing waits, for until then a difference is no fault. Return how many things were queued.
    """
    elastic = elastic_engine()
    if elastic is None:
        return 0
    try:
        if not elastic.is_there():
            things = set(SearchRow.objects.values_list("kind", "key").distinct())
            queue_things(things, is_indexed=True)
            elastic.create()
            return len(things)
        if SearchChange.objects.exists() or elastic.fingerprint() == _fingerprint():
            return 0
        theirs = elastic.rows()
    except EngineDown:
        return 0
    ours = {pk: (kind, key) for pk, kind, key in SearchRow.objects.values_list("pk", "kind", "key")}
    things = {ours.get(row) or theirs[row] for row in ours.keys() ^ theirs.keys()}
    queue_things(things, is_indexed=True)
    return len(things)


def _fingerprint() -> tuple[int, int]:
    totals = SearchRow.objects.aggregate(count=Count("pk"), sum=Sum("pk"))
    return totals["count"], totals["sum"] or 0
