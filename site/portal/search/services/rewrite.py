"""Writing the rows of things anew, and the database's own index with them."""

from collections.abc import Iterable, Iterator
from html import unescape
from itertools import islice
from unicodedata import normalize

from django.db import transaction

from portal.search.analysis import RECIPE, legible
from portal.search.engines import database_engine
from portal.search.records import SearchRow, SearchText
from portal.search.searchable import Searchable, SearchEntry

ROWS_AT_ONCE = 25
LONGEST_ROW = 24_000
"""Characters of one row. A longer text is parted: engines count positions only so far, and a passage is sought quickly."""


def rewrite(searchable: Searchable, keys: Iterable[int]) -> None:
    """What yields no entries is forgotten. Call it as the only writer: the rows of a thing go in one step, or in several.

    The entries are read before anything is written, and long things are written in several transactions: people at the
    site must not wait for the index.
    """
    keys = set(keys)
    texts = (text for entry in list(searchable.entries(keys)) for text in _texts(searchable.kind, entry))
    forget(searchable.kind, keys)
    while some := list(islice(texts, ROWS_AT_ONCE)):
        with transaction.atomic():
            SearchRow.objects.bulk_create([text.row for text in some])
            for text in some:
                text.row_id = text.row.pk
            SearchText.objects.bulk_create(some)
            database_engine().write(some)


@transaction.atomic
def forget(kind: str, keys: Iterable[int]) -> None:
    rows = list(SearchRow.objects.filter(kind=kind, key__in=keys).values_list("pk", flat=True))
    database_engine().remove(rows)
    SearchRow.objects.filter(pk__in=rows).delete()


def _texts(kind: str, entry: SearchEntry) -> Iterator[SearchText]:
    title, where = _plain(entry.title), _plain(entry.where)
    for number, part in enumerate(_parts(_plain(entry.text))):
        row = SearchRow(
            kind=kind,
            key=entry.key,
            language=entry.language,
            day=int(entry.date.strftime("%Y%m%d")) if entry.date else 0,
            institution=entry.institution,
            is_main=not where and number == 0,
            recipe=RECIPE,
        )
        yield SearchText(
            row=row,
            title=title,
            where=where,
            text=part,
            url=entry.url,
            category=entry.category,
            is_example=entry.is_example,
        )


def _plain(text: str) -> str:
    """Entities read, nothing unseen, letters and their marks as one character where Unicode has one."""
    return legible(normalize("NFC", unescape(text)))


def _parts(text: str) -> Iterator[str]:
    """The text in one part, or cut between words; an empty text is one part too, since its title can be found."""
    while len(text) > LONGEST_ROW:
        cut = text.rfind(" ", 0, LONGEST_ROW) + 1 or LONGEST_ROW
        yield text[:cut].rstrip()
        text = text[cut:]
    yield text
