"""What SQLite and PostgreSQL have in common: hits by SQL over `search_words`, joined to the rows they belong to."""

from collections.abc import Iterable
from typing import Any, ClassVar

from django.db import connection

from portal.search.engines.engine import Filters, Found, Hit
from portal.search.query import Query
from portal.search.records import SearchRow

OWN_LANGUAGE_WEIGHT = 1.5


class DatabaseEngine:
    """The embedded engine. Its index lies beside the rows and is written in the same transaction."""

    matches: ClassVar[str]
    """SQL for `id, score` of the matching rows, the best with the highest score; one parameter or more for the query."""

    def search(self, query: Query, filters: Filters, *, language: str, offset: int, limit: int) -> Found:
        parameters = self.match_parameters(query)
        kinds, years = self._facets(parameters)
        where, values = self._where(filters)
        things = self._things(where)
        with connection.cursor() as cursor:
            cursor.execute(f"{things} SELECT count(*) FROM things", [*parameters, language, *values])
            total = cursor.fetchone()[0]
            cursor.execute(
                f"{things} SELECT id, kind, key FROM things ORDER BY best DESC, kind, key LIMIT %s OFFSET %s",
                [*parameters, language, *values, limit, offset],
            )
            hits = tuple(Hit(*row) for row in cursor.fetchall())
        return Found(hits, total, kinds, years)

    def _facets(self, parameters: list[Any]) -> tuple[dict[str, int], dict[int, int]]:
        with connection.cursor() as cursor:
            cursor.execute(
                f"WITH hits AS ({self.matches}) SELECT r.kind, r.year, count(DISTINCT r.key) FROM hits"
                " JOIN search_searchrow r ON r.id = hits.id GROUP BY r.kind, r.year",
                parameters,
            )
            kinds: dict[str, int] = {}
            years: dict[int, int] = {}
            for kind, year, count in cursor.fetchall():
                kinds[kind] = kinds.get(kind, 0) + count
                if year:
                    years[year] = years.get(year, 0) + count
        return kinds, years

    def _where(self, filters: Filters) -> tuple[str, list[Any]]:
        clauses, values = ["1 = 1"], []
        for column, chosen in (("kind", filters.kinds), ("year", filters.years)):
            if chosen:
                clauses.append(f"r.{column} IN ({', '.join(['%s'] * len(chosen))})")
                values.extend(chosen)
        return " AND ".join(clauses), values

    def _things(self, where: str) -> str:
        """Each thing once: ranked by its best row, shown by a matching row in the reader's language if there is one."""
        return (
            f"WITH hits AS ({self.matches}), ranked AS ("
            " SELECT r.id, r.kind, r.key, CASE WHEN r.language = %s THEN 0 ELSE 1 END AS is_foreign, hits.score"
            f" FROM hits JOIN search_searchrow r ON r.id = hits.id WHERE {where}),"
            " placed AS (SELECT id, kind, key,"
            f" max(score * (CASE WHEN is_foreign = 0 THEN {OWN_LANGUAGE_WEIGHT} ELSE 1.0 END))"
            " OVER (PARTITION BY kind, key) AS best,"
            " row_number() OVER (PARTITION BY kind, key ORDER BY is_foreign, score DESC, id) AS place FROM ranked),"
            " things AS (SELECT id, kind, key, best FROM placed WHERE place = 1)"
        )

    def match_parameters(self, query: Query) -> list[Any]:
        raise NotImplementedError

    def write(self, rows: Iterable[SearchRow]) -> None:
        raise NotImplementedError

    def remove(self, kind: str, keys: Iterable[int]) -> None:
        raise NotImplementedError


