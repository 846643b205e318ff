"""From matching rows to things: each once, ranked by its best row, counted for every filter. One pass over the rows."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from portal.search.engines.engine import Counts, Found, Hit, Wish

OWN_LANGUAGE_WEIGHT = 1.5
ROWS_SHOWN = 3

Match = tuple[int, str, int, str, int, str, float]
"""A row that matches: its id, its thing's kind and key, its language, day, institution, and the score. Thousands come."""


@dataclass(slots=True)
class Thing:
    """`rows` and `score` are of the languages that were asked for, `languages` are all that match."""

    kind: str
    key: int
    day: int
    institution: str
    languages: set[str]
    score: float = 0.0
    rows: list[tuple[bool, float, int]] = field(default_factory=list)

    @property
    def year(self) -> int:
        return self.day // 10_000

    def hit(self) -> Hit:
        rows = tuple(row for _foreign, _score, row in sorted(self.rows)[:ROWS_SHOWN])
        return Hit(self.kind, self.key, rows, self.year, self.institution, frozenset(self.languages))


def gather(matches: list[Match], wish: Wish, *, is_whole: bool) -> Found:
    things = _things(matches, wish)
    chosen, counts = _counted(things, wish)
    # Sorts are stable: the last decides, the ones before it part what is then equal.
    chosen = sorted(chosen, key=lambda thing: (thing.kind, thing.key))
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


def _things(matches: list[Match], wish: Wish) -> list[Thing]:
    things: dict[tuple[str, int], Thing] = {}
    own, languages = wish.language.value, wish.filters.languages
    for row, kind, key, language, day, institution, score in matches:
        thing = things.get((kind, key))
        if thing is None:
            thing = things[kind, key] = Thing(kind, key, day, institution, {language})
        else:
            thing.languages.add(language)
        if languages and language not in languages:
            continue
        weighed = score * OWN_LANGUAGE_WEIGHT if language == own else score
        if weighed > thing.score:
            thing.score = weighed
        thing.rows.append((language != own, -score, row))
    return list(things.values())


def _counted(things: list[Thing], wish: Wish) -> tuple[list[Thing], Counts]:
    """The things that pass all filters, and the numbers of those that pass all but the one they are counted for."""
    filters = wish.filters
    tests: dict[str, Callable[[Thing], bool]] = {}
    if filters.kinds:
        tests["kind"] = lambda thing: thing.kind in filters.kinds
    if filters.periods:
        tests["year"] = lambda thing: filters.is_in_period(thing.year)
    if filters.institutions:
        tests["institution"] = lambda thing: thing.institution in filters.institutions
    if filters.languages:
        tests["language"] = lambda thing: bool(thing.rows)

    def passing(*, but: str = "") -> list[Thing]:
        asked = [test for name, test in tests.items() if name != but]
        return [thing for thing in things if all(test(thing) for test in asked)] if asked else things

    return passing(), Counts(
        kinds=Counter(thing.kind for thing in passing(but="kind")),
        years=Counter(thing.year for thing in passing(but="year") if thing.day),
        institutions=Counter(thing.institution for thing in passing(but="institution") if thing.institution),
        languages=Counter(language for thing in passing(but="language") for language in thing.languages),
    )
