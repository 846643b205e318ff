"""From matching rows to things: each once, ranked by its best row, counted for every filter. One pass over the rows."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from portal.search.engines.engine import Counts, Found, Hit, Wish

OWN_LANGUAGE_WEIGHT = 1.5
ROWS_SHOWN = 3


class Match(NamedTuple):
    """A row that matches."""

    row: int
    kind: str
    key: int
    language: str
    day: int
    institution: str
    score: float


@dataclass(slots=True)
class Thing:
    kind: str
    key: int
    day: int
    institution: str
    score: float = 0.0
    rows: list[tuple[bool, float, int]] = field(default_factory=list)
    languages: set[str] = field(default_factory=set)

    @property
    def year(self) -> int:
        return self.day // 10_000

    def hit(self) -> Hit:
        rows = tuple(row for _foreign, _score, row in sorted(self.rows)[:ROWS_SHOWN])
        return Hit(self.kind, self.key, rows, self.year, self.institution, frozenset(self.languages))


def gather(matches: Iterable[Match], wish: Wish, *, is_whole: bool) -> Found:
    things = _things(matches, wish)
    chosen, counts = _counted(things, wish)
    # Sorts are stable: the last decides, the ones before it part what is then equal.
    chosen.sort(key=lambda thing: (thing.kind, thing.key))
    chosen.sort(key=lambda thing: thing.day, reverse=True)
    if not wish.newest_first:
        chosen.sort(key=lambda thing: thing.score, reverse=True)
    return Found(
        hits=tuple(thing.hit() for thing in chosen[wish.offset : wish.offset + wish.limit]),
        total=len(chosen),
        unfiltered=len(things),
        is_whole=is_whole,
        counts=counts,
    )


def _things(matches: Iterable[Match], wish: Wish) -> list[Thing]:
    things: dict[tuple[str, int], Thing] = {}
    own, languages = wish.language.value, wish.filters.languages
    for row, kind, key, language, day, institution, score in matches:
        thing = things.get((kind, key))
        if thing is None:
            thing = things[kind, key] = Thing(kind, key, day, institution)
        thing.languages.add(language)
        if languages and language not in languages:
            continue
        weighed = score * OWN_LANGUAGE_WEIGHT if language == own else score
        thing.score = max(thing.score, weighed)
        thing.rows.append((language != own, -score, row))
    return list(things.values())


def _counted(things: list[Thing], wish: Wish) -> tuple[list[Thing], Counts]:
    """The things that pass all filters, and the numbers of those that fail no more than the one they are counted for."""
    filters, counts, chosen = wish.filters, Counts(), []
    for thing in things:
        is_kind = not filters.kinds or thing.kind in filters.kinds
        is_year = filters.is_in_period(thing.year)
        is_institution = not filters.institutions or thing.institution in filters.institutions
        is_language = bool(thing.rows)
        failed = 4 - is_kind - is_year - is_institution - is_language
        if failed == 0:
            chosen.append(thing)
        elif failed > 1:
            continue
        if failed == 0 or not is_kind:
            counts.kinds[thing.kind] += 1
        if thing.day and (failed == 0 or not is_year):
            counts.years[thing.year] += 1
        if thing.institution and (failed == 0 or not is_institution):
            counts.institutions[thing.institution] += 1
        if failed == 0 or not is_language:
            counts.languages.update(thing.languages)
    return chosen, counts
