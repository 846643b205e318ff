from collections.abc import Iterable
from typing import Any

from django.db import connection

from portal.search.analysis import index_words
from portal.search.engines.database import DatabaseEngine
from portal.search.query import Query, Term
from portal.search.records import SearchRow

TITLE_WEIGHT, TEXT_WEIGHT = 8.0, 1.0


class SqliteEngine(DatabaseEngine):
    """FTS5. Its bm25 is negative, the best the lowest; here it is turned round."""

    matches = (
        f"SELECT rowid AS id, -bm25(search_words, {TITLE_WEIGHT}, {TEXT_WEIGHT}) AS score"
        " FROM search_words WHERE search_words MATCH %s"
    )

    def match_parameters(self, query: Query) -> list[Any]:
        wanted = " AND ".join(_any(term) for term in query.terms)
        return [f"({wanted})" + "".join(f" NOT {_any(term)}" for term in query.unwanted)]

    def write(self, rows: Iterable[SearchRow]) -> None:
        with connection.cursor() as cursor:
            cursor.executemany(
                "INSERT OR REPLACE INTO search_words (rowid, title, text) VALUES (%s, %s, %s)",
                [(row.pk, index_words(row.title, row.language), index_words(row.text, row.language)) for row in rows],
            )

    def remove(self, kind: str, keys: Iterable[int]) -> None:
        rows = SearchRow.objects.filter(kind=kind, key__in=list(keys)).values_list("pk", flat=True)
        with connection.cursor() as cursor:
            cursor.executemany("DELETE FROM search_words WHERE rowid = %s", [(pk,) for pk in rows])


def _any(term: Term) -> str:
    return "(" + " OR ".join(f'"{" ".join(way)}"' for way in sorted(term.ways)) + ")"
