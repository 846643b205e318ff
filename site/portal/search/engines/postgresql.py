from collections.abc import Iterable
from typing import Any

from django.db import connection

from portal.search.analysis import index_words
from portal.search.engines.database import DatabaseEngine
from portal.search.query import Query, Term
from portal.search.records import SearchRow


class PostgresqlEngine(DatabaseEngine):
    """A `tsvector` of our own stems under the `simple` configuration, with a GIN index; titles weigh `A`, texts `D`."""

    matches = (
        "SELECT w.id, ts_rank('{0.1, 0.2, 0.4, 1.0}', w.words, q.query, 1) AS score"
        " FROM search_words w, to_tsquery('simple', %s) AS q(query) WHERE w.words @@ q.query"
    )

    def match_parameters(self, query: Query) -> list[Any]:
        wanted = " & ".join(_any(term) for term in query.terms)
        return [wanted + "".join(f" & !{_any(term)}" for term in query.unwanted)]

    def write(self, rows: Iterable[SearchRow]) -> None:
        with connection.cursor() as cursor:
            cursor.executemany(
                "INSERT INTO search_words (id, words) VALUES (%s,"
                " setweight(to_tsvector('simple', %s), 'A') || setweight(to_tsvector('simple', %s), 'D'))"
                " ON CONFLICT (id) DO UPDATE SET words = excluded.words",
                [(row.pk, index_words(row.title, row.language), index_words(row.text, row.language)) for row in rows],
            )

    def remove(self, kind: str, keys: Iterable[int]) -> None:
        rows = list(SearchRow.objects.filter(kind=kind, key__in=list(keys)).values_list("pk", flat=True))
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM search_words WHERE id = ANY(%s)", [rows])


def _any(term: Term) -> str:
    return "(" + " | ".join("(" + " <-> ".join(f"'{stem}'" for stem in way) + ")" for way in sorted(term.ways)) + ")"
