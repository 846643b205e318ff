from collections.abc import Iterable

from django.db import transaction

from portal.search.engines import EngineDown, database_engine
from portal.search.engines.choice import elastic_engine
from portal.search.records import SearchChange, SearchRow
from portal.search.searchable import Searchable, SearchEntry, searchables

BATCH = 50


@transaction.atomic
def rewrite_rows(searchable: Searchable, keys: Iterable[int]) -> list[SearchRow]:
    """Write the rows of these things anew, and the database's own index with them. What yields nothing is forgotten."""
    keys = list(keys)
    engine = database_engine()
    engine.remove(searchable.kind, keys)
    SearchRow.objects.filter(kind=searchable.kind, key__in=keys).delete()
    rows = SearchRow.objects.bulk_create(_row(searchable.kind, entry) for entry in searchable.entries(keys))
    engine.write(rows)
    return rows


def _row(kind: str, entry: SearchEntry) -> SearchRow:
    return SearchRow(
        kind=kind,
        key=entry.key,
        language=entry.language,
        title=entry.title,
        text=entry.text,
        url=entry.url,
        date=entry.date,
        year=entry.date.year if entry.date else None,
        institution=entry.institution,
        is_example=entry.is_example,
    )


def reindex_some() -> int:
    """Take the oldest changes into the database's index; return how many changes were handled."""
    changes = list(SearchChange.objects.filter(is_indexed=False).order_by("id")[:BATCH])
    known = searchables()
    for kind in {change.kind for change in changes}:
        of_kind = [change for change in changes if change.kind == kind]
        with transaction.atomic():
            if kind in known:
                rewrite_rows(known[kind], {change.key for change in of_kind})
            done = SearchChange.objects.filter(pk__in=[change.pk for change in of_kind])
            if elastic_engine() is None or kind not in known:
                done.delete()
            else:
                done.update(is_indexed=True)
    return len(changes)


def push_some() -> int:
    """Hand the oldest indexed changes to Elasticsearch; return how many it has taken. While it is away they wait."""
    elastic = elastic_engine()
    if elastic is None:
        return SearchChange.objects.filter(is_indexed=True).delete()[0]
    changes = list(SearchChange.objects.filter(is_indexed=True).order_by("id")[:BATCH])
    try:
        for kind in {change.kind for change in changes}:
            keys = {change.key for change in changes if change.kind == kind}
            elastic.remove(kind, keys)
            elastic.write(SearchRow.objects.filter(kind=kind, key__in=keys))
    except EngineDown:
        return 0
    SearchChange.objects.filter(pk__in=[change.pk for change in changes]).delete()
    return len(changes)


def heal_elastic() -> int:
    """Fill Elasticsearch again when it holds another number of rows than the database: it was lost, or missed something."""
    elastic = elastic_engine()
    if elastic is None or SearchChange.objects.exists():
        return 0
    try:
        if elastic.count() == SearchRow.objects.count():
            return 0
        return fill_elastic()
    except EngineDown:
        return 0


def fill_elastic() -> int:
    """Make the Elasticsearch index anew from the rows. Raises `EngineDown`."""
    elastic = elastic_engine()
    if elastic is None:
        return 0
    elastic.drop()
    elastic.write(SearchRow.objects.iterator(chunk_size=500))
    return 0


def rebuild() -> int:
    """Write every row of every kind anew, a batch at a time; return how many rows there are then."""
    known = searchables()
    for kind, searchable in known.items():
        keys = {entry.key for entry in searchable.entries()} | set(
            SearchRow.objects.filter(kind=kind).values_list("key", flat=True)
        )
        ordered = sorted(keys)
        for start in range(0, len(ordered), BATCH):
            rewrite_rows(searchable, ordered[start : start + BATCH])
    for kind in set(SearchRow.objects.values_list("kind", flat=True)) - set(known):
        database_engine().remove(kind, SearchRow.objects.filter(kind=kind).values_list("key", flat=True))
        SearchRow.objects.filter(kind=kind).delete()
    return SearchRow.objects.count()
