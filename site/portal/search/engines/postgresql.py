from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection, transaction

from portal.search.analysis import stems, words
from portal.search.engines.database import COLUMNS, SYNONYM_WEIGHT, DatabaseEngine
from portal.search.query import Phrase, Query, Term
from portal.search.records import SearchText

# Titles (A) before texts (D), and in either the very form that was typed (B, C) before others of its stem.
_WEIGHTS = "{0.1, 0.05, 0.6, 1.0}"
_RANK = f"ts_rank('{_WEIGHTS}', w.words, %s::tsquery)"
_FEWER_FOR_SYNONYMS = f" * CASE WHEN w.words @@ %s::tsquery THEN 1.0 ELSE {SYNONYM_WEIGHT} END"
_FROM = "FROM search_words w JOIN search_searchrow r ON r.id = w.id WHERE w.words @@ %s::tsquery"
_GAP = 2
"""Between title and text, so that no phrase reaches from one into the other."""


class PostgresqlEngine(DatabaseEngine):
    """A `tsvector` with a GIN index, written and asked word by word: PostgreSQL parses and cuts nothing itself.

    Stems keep their positions. A form that was written stands beside them with an equals sign before it.
    """

    def matching(self, query: Query) -> tuple[str, list[Any]]:
        rank, match = _ranked(query), _match(query)
        if not query.is_widened:
            return f"SELECT {COLUMNS}, {_RANK} {_FROM}", [rank, match]
        return f"SELECT {COLUMNS}, {_RANK}{_FEWER_FOR_SYNONYMS} {_FROM}", [rank, _match(query.as_typed), match]

    def write(self, texts: Iterable[SearchText]) -> None:
        with connection.cursor() as cursor:
            cursor.executemany(
                "INSERT INTO search_words (id, words) VALUES (%s, %s::tsvector)",
                [(text.row_id, _indexed(text)) for text in texts],
            )

    def remove(self, rows: list[int]) -> None:
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM search_words WHERE id = ANY(%s)", [rows])

    @contextmanager
    def only_writer(self) -> Iterator[bool]:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT pg_try_advisory_xact_lock(hashtext('search.only_writer'))")
            yield cursor.fetchone()[0]


def _indexed(text: SearchText) -> str:
    title, body = words(text.title), words(text.text)
    places: dict[str, list[str]] = {}
    for found, first, stem_weight, form_weight in ((title, 1, "A", "B"), (body, len(title) + _GAP, "D", "C")):
        for place, stem in enumerate(stems(found, text.row.language), start=first):
            places.setdefault(stem, []).append(f"{place}{stem_weight}")
        for form in dict.fromkeys(found):
            places.setdefault(f"={form}", []).append(f"{first}{form_weight}")
    return " ".join(f"'{word}':{','.join(at)}" for word, at in places.items())


def _match(query: Query) -> str:
    wanted = " & ".join(_any(term) for term in query.terms)
    return wanted + "".join(f" & !{_any(term)}" for term in query.unwanted)


def _any(term: Term) -> str:
    if term.begins:
        return f"'={term.forms[-1]}':*"
    ways = [_side_by_side(way) for way in term.phrases] + [_anywhere(way) for way in sorted(term.apart)]
    return f"({' | '.join(ways)})"


def _side_by_side(way: Phrase) -> str:
    return "(" + " <-> ".join(f"'{stem}'" for stem in way) + ")"


def _anywhere(way: Phrase) -> str:
    return "(" + " & ".join(f"'{stem}'" for stem in way) + ")"


def _ranked(query: Query) -> str:
    """Each word of the query by itself: rank sums how often and where they stand."""
    found = {stem for term in query.terms for way in (*term.phrases, *term.apart) for stem in way}
    forms = {f"={form}" for term in query.terms for form in term.forms}
    begun = {f"'={term.forms[-1]}':*" for term in query.terms if term.begins}
    return " | ".join([*(f"'{word}'" for word in sorted(found | forms)), *sorted(begun)])
