import fcntl
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection

from portal.search.analysis import stems, words
from portal.search.engines.database import COLUMNS, SYNONYM_WEIGHT, DatabaseEngine
from portal.search.query import Phrase, Query, Term
from portal.search.records import SearchText

# Titles before texts, and in either the very form that was typed before others of its stem.
TITLE, TEXT, TITLE_FORMS, TEXT_FORMS = 12.0, 1.0, 12.0, 0.3
_RANK = f"-bm25(search_words, {TITLE}, {TEXT}, {TITLE_FORMS}, {TEXT_FORMS})"
_FROM = "FROM search_words JOIN search_searchrow r ON r.id = search_words.rowid WHERE search_words MATCH %s"
_AS_TYPED = "search_words.rowid IN (SELECT rowid FROM search_words WHERE search_words MATCH %s)"
_FEWER_FOR_SYNONYMS = f" * CASE WHEN {_AS_TYPED} THEN 1.0 ELSE {SYNONYM_WEIGHT} END"


class SqliteEngine(DatabaseEngine):
    """FTS5. Its bm25 is negative, the best the lowest; here it is turned round."""

    def matching(self, query: Query) -> tuple[str, list[Any]]:
        if not query.is_widened:
            return f"SELECT {COLUMNS}, {_RANK} {_FROM}", [_match(query)]
        return f"SELECT {COLUMNS}, {_RANK}{_FEWER_FOR_SYNONYMS} {_FROM}", [_match(query.as_typed), _match(query)]

    def write(self, texts: Iterable[SearchText]) -> None:
        with connection.cursor() as cursor:
            cursor.executemany(
                "INSERT INTO search_words (rowid, title, text, title_forms, text_forms) VALUES (%s, %s, %s, %s, %s)",
                [_indexed(text) for text in texts],
            )

    def remove(self, rows: list[int]) -> None:
        with connection.cursor() as cursor:
            cursor.executemany("DELETE FROM search_words WHERE rowid = %s", [(row,) for row in rows])

    @contextmanager
    def only_writer(self) -> Iterator[bool]:
        """SQLite lives on one machine, and so does a lock on a file. The database itself stays free for others."""
        file = Path(settings.DATA_DIR) / "search.lock"
        with file.open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                yield False
            else:
                yield True


def _indexed(text: SearchText) -> tuple[int, str, str, str, str]:
    title, body = words(text.title), words(text.text)
    language = text.row.language
    return (
        text.row_id,
        " ".join(stems(title, language)),
        " ".join(stems(body, language)),
        " ".join(dict.fromkeys(title)),
        " ".join(dict.fromkeys(body)),
    )


def _match(query: Query) -> str:
    wanted = " AND ".join(_any(term) for term in query.terms)
    return f"({wanted})" + "".join(f" NOT {_any(term)}" for term in query.unwanted)


def _any(term: Term) -> str:
    """Any way of the term. A single word's own form adds no row, it only lifts those that have it."""
    if term.begins:
        return f'({{title_forms text_forms}} : "{term.forms[-1]}" *)'
    ways = [_side_by_side(way) for way in term.phrases] + [_anywhere(way) for way in sorted(term.apart)]
    form = f' OR {{title_forms text_forms}} : "{term.forms[0]}"' if len(term.forms) == 1 else ""
    return f"({{title text}} : ({' OR '.join(ways)}){form})"


def _side_by_side(way: Phrase) -> str:
    return f'"{" ".join(way)}"'


def _anywhere(way: Phrase) -> str:
    return f"({' AND '.join(_side_by_side((stem,)) for stem in way)})"
