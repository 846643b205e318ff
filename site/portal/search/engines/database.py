"""What SQLite and PostgreSQL have in common: one query for the matching rows, which are then gathered into things."""

from collections.abc import Iterable
from contextlib import AbstractContextManager
from typing import Any

from django.db import connection

from portal.search.engines.engine import Found, Wish
from portal.search.engines.gather import gather
from portal.search.query import Query
from portal.search.records import SearchText

MOST_ROWS = 20_000
SYNONYM_WEIGHT = 0.4
COLUMNS = "r.id, r.kind, r.key, r.language, r.day, r.institution"


class DatabaseEngine:
    """The embedded engine. Its index lies beside the rows and is written in the same transaction."""

    def search(self, wish: Wish) -> Found:
        sql, parameters = self.matching(wish.query)
        with connection.cursor() as cursor:
            cursor.execute(f"{sql} LIMIT %s", [*parameters, MOST_ROWS + 1])
            rows = cursor.fetchall()
        return gather(rows[:MOST_ROWS], wish, is_whole=len(rows) <= MOST_ROWS)

    def matching(self, query: Query) -> tuple[str, list[Any]]:
        """SQL, and its parameters, for the matching rows as `Match` has them; the best with the highest score."""
        raise NotImplementedError

    def write(self, texts: Iterable[SearchText]) -> None:
        """Index these rows, which are new."""
        raise NotImplementedError

    def remove(self, rows: list[int]) -> None:
        """Forget these rows. Called before they are deleted."""
        raise NotImplementedError

    def only_writer(self) -> AbstractContextManager[bool]:
        """Whether this process alone may write the index while the context lasts; if not, another one is at it."""
        raise NotImplementedError
