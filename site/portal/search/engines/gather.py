"""From matching rows to things: each once, ranked by its best row, counted for every filter.

Thousands of rows come for a frequent word, so what is done for each of them is little, and what is kept of them are
numbers: objects would also have the collector of garbage stop the process at every search.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from heapq import nlargest
from typing import TypeVar

from portal.languages.enums import Language
from portal.search.engines.engine import Counts, Found, Hit, Wish

OWN_LANGUAGE_WEIGHT = 1.5
ROWS_SHOWN = 3

Match = tuple[int, str, int, str, int, str, float]
"""A row that matches: its id, its thing's kind and key, its language, day, institution, and the score."""

Key = tuple[str, int]
Value = TypeVar("Value", int, str)
_BITS = {language.value: 1 << number for number, language in enumerate(Language)}
_IN_LANGUAGES = {bits: frozenset(code for code, bit in _BITS.items() if bits & bit) for bits in range(1 << len(_BITS))}


@dataclass(slots=True)
class Things:
    """What was found, in columns. `scores` are of the languages that were asked for, `languages` (bits) all that match."""

    scores: dict[Key, float] = field(default_factory=dict)
    languages: dict[Key, int] = field(default_factory=dict)
    days: dict[Key, int] = field(default_factory=dict)
    institutions: dict[Key, str] = field(default_factory=dict)


def gather(matches: list[Match], wish: Wish, *, is_whole: bool) -> Found:
    things = _things(matches, wish)
    chosen, counts = _counted(things, wish)
    page = _page(chosen, things, wish)
    return Found(
        hits=tuple(_hits(page, things, matches, wish)),
        total=len(chosen),
        unfiltered=len(things.languages),
        is_whole=is_whole,
        counts=counts,
    )


def _things(matches: list[Match], wish: Wish) -> Things:
    things = Things()
    scores, languages, days, institutions = things.scores, things.languages, things.days, things.institutions
    own, asked, hidden = wish.language.value, wish.filters.languages, wish.hidden
    for _row, kind, key, language, day, institution, score in matches:
        thing = kind, key
        if thing in languages:
            languages[thing] |= _BITS[language]
        elif thing in hidden:
            continue
        else:
            languages[thing] = _BITS[language]
            days[thing] = day
            institutions[thing] = institution
        if asked and language not in asked:
            continue
        weighed = score * OWN_LANGUAGE_WEIGHT if language == own else score
        if weighed > scores.get(thing, -1.0):
            scores[thing] = weighed
    return things


def _counted(things: Things, wish: Wish) -> tuple[list[Key], Counts]:
    """The things that pass all filters, and the numbers of those that pass all but the one they are counted for."""
    filters = wish.filters
    tests: dict[str, Callable[[Key], bool]] = {}
    if filters.kinds:
        tests["kind"] = lambda thing: thing[0] in filters.kinds
    if filters.periods:
        tests["year"] = lambda thing: filters.is_in_period(things.days[thing] // 10_000)
    if filters.institutions:
        tests["institution"] = lambda thing: things.institutions[thing] in filters.institutions
    if filters.languages:
        tests["language"] = lambda thing: thing in things.scores
    everything = list(things.languages)

    def passing(*, but: str = "") -> list[Key]:
        asked = [test for name, test in tests.items() if name != but]
        passed = everything
        for test in asked:
            passed = [thing for thing in passed if test(thing)]
        return passed

    days = Counter(map(things.days.__getitem__, passing(but="year")))
    institutions = Counter(map(things.institutions.__getitem__, passing(but="institution")))
    bits = Counter(map(things.languages.__getitem__, passing(but="language")))
    return passing(), Counts(
        kinds=Counter(kind for kind, _key in passing(but="kind")),
        years=_summed((day // 10_000, count) for day, count in days.items() if day),
        institutions=Counter({code: count for code, count in institutions.items() if code}),
        languages=_summed((code, count) for each, count in bits.items() for code in _IN_LANGUAGES[each]),
    )


def _summed(counted: Iterable[tuple[Value, int]]) -> Counter[Value]:
    total: Counter[Value] = Counter()
    for value, count in counted:
        total[value] += count
    return total


def _page(chosen: list[Key], things: Things, wish: Wish) -> list[Key]:
    """The things of this page. Of equal ones the newer goes first, and only those that may come so far are put in order."""
    end = wish.offset + wish.limit
    first = things.days if wish.newest_first else things.scores
    if end < len(chosen):
        least = nlargest(end, map(first.__getitem__, chosen))[-1]
        chosen = [thing for thing in chosen if first[thing] >= least]
    return sorted(chosen, key=lambda thing: (-first[thing], -things.days[thing], *thing))[wish.offset : end]


def _hits(page: list[Key], things: Things, matches: list[Match], wish: Wish) -> Iterable[Hit]:
    """With their rows: those in the reader's language first, then the better ones."""
    rows: dict[Key, list[tuple[bool, float, int]]] = {thing: [] for thing in page}
    keys = {key for _kind, key in page}
    asked = wish.filters.languages
    for row, kind, key, language, _day, _institution, score in matches:
        if key in keys and (kind, key) in rows and (not asked or language in asked):
            rows[kind, key].append((language != wish.language, -score, row))
    for thing in page:
        best = tuple(row for _foreign, _score, row in sorted(rows[thing])[:ROWS_SHOWN])
        languages = _IN_LANGUAGES[things.languages[thing]]
        yield Hit(*thing, best, things.days[thing] // 10_000, things.institutions[thing], languages)
