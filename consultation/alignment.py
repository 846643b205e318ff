"""Which paragraph of a draft lives on where in the next draft. Pure: texts in, links out.

By sequence alignment, never by position: of all pairs that look alike, the heaviest chain that keeps both orders is taken
first; what is left is paired across the order (moved), then looked at for paragraphs that were split or merged.
"""

import math
import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

SURE = 0.85
"""From here on a pair needs nobody's eye."""

LIKE = 0.5
"""Below it two paragraphs have nothing to do with each other; between the two an editor is asked."""

MOST_CANDIDATES = 24
MOST_NEAR = 40
LEAST_WORDS_TO_MOVE = 4
MOST_PIECES = 4
_WORD = re.compile(r"\w+")
_COMMON = 0.5
"""A word in more of the paragraphs than this says nothing about which is which."""


@dataclass(frozen=True)
class Unit:
    """A paragraph. Only units of one kind are ever paired: headings with headings."""

    text: str
    kind: str = ""

    @cached_property
    def words(self) -> tuple[str, ...]:
        return tuple(_WORD.findall(self.text.casefold()))

    @cached_property
    def bag(self) -> "Counter[str]":
        return Counter(self.words)


@dataclass(frozen=True)
class Link:
    """What became of a unit: places in the two drafts. No `earlier` is new, no `later` is dropped."""

    earlier: int | None
    later: int | None
    kind: str
    score: float
    is_primary: bool = True

    @property
    def is_sure(self) -> bool:
        return self.earlier is None or self.later is None or self.score >= SURE


def align(earlier: Sequence[Unit], later: Sequence[Unit]) -> list[Link]:
    """A link for every unit of both drafts, in the order of the later one; what was dropped stands last."""
    likeness = _likeness(earlier, later)
    pairs = dict(_chain(likeness, earlier))
    moved = dict(_across(likeness, pairs, earlier))
    matched = pairs | moved
    splits = _gathered(earlier, later, matched)
    merges = [
        (whole, pieces, score)
        for whole, pieces, score in _gathered(later, earlier, {j: i for i, j in matched.items()})
        if not any(whole in taken for _one, taken, _score in splits)
    ]
    return sorted(_links(earlier, later, likeness, pairs, moved, splits, merges), key=_place)


def similarity(one: Unit, other: Unit) -> float:
    """From 0 to 1: how much of both is the same words in the same order."""
    if not one.words or not other.words or one.kind != other.kind:
        return 0.0
    if one.words == other.words:
        return 1.0
    if 2 * (one.bag & other.bag).total() < LIKE * (len(one.words) + len(other.words)):
        return 0.0
    return min(SequenceMatcher(None, one.words, other.words, autojunk=False).ratio(), 0.999)


Likeness = dict[int, dict[int, float]]
Gathered = list[tuple[int, list[int], float]]


def _likeness(earlier: Sequence[Unit], later: Sequence[Unit]) -> Likeness:
    """For each earlier unit the few later ones that are like it. Words that are rare point to them."""
    places: dict[str, list[int]] = defaultdict(list)
    equal: dict[tuple[str, tuple[str, ...]], list[int]] = defaultdict(list)
    for place, unit in enumerate(later):
        equal[unit.kind, unit.words].append(place)
        for word in unit.bag:
            places[word].append(place)
    most = max(20, int(_COMMON * len(later)))
    gaps = _gaps(earlier, equal)
    found: Likeness = {}
    for place, unit in enumerate(earlier):
        same = _nearest(equal.get((unit.kind, unit.words), []), place, len(earlier), len(later))
        alike = dict.fromkeys(same, 1.0)
        if not same:
            near = range(max(gaps[place][0] + 1, 0), min(gaps[place][1], len(later), gaps[place][0] + MOST_NEAR))
            for other in {*_candidates(unit, places, most, len(later)), *near}:
                score = similarity(unit, later[other])
                if score >= LIKE:
                    alike[other] = score
        found[place] = alike
    return found


def _gaps(earlier: Sequence[Unit], equal: dict[tuple[str, tuple[str, ...]], list[int]]) -> list[tuple[int, int]]:
    """For each earlier unit, between which later places it stands by the unchanged paragraphs round it."""
    known = [
        found[0] if len(found := equal.get((unit.kind, unit.words), [])) == 1 and len(unit.words) > 1 else None
        for unit in earlier
    ]
    before, after = [-1] * len(earlier), [MOST_NEAR] * len(earlier)
    last = -1
    for place, found_at in enumerate(known):
        before[place] = last
        last = found_at if found_at is not None else last
    last = max((place for place in known if place is not None), default=0) + MOST_NEAR
    for place in range(len(earlier) - 1, -1, -1):
        after[place] = last
        found_at = known[place]
        last = found_at if found_at is not None else last
    return list(zip(before, after, strict=True))


def _nearest(same: list[int], place: int, many: int, others: int) -> list[int]:
    """Of a text that stands in many places, those nearest to where it would be expected."""
    if len(same) <= MOST_CANDIDATES:
        return same
    expected = place * others / many
    return sorted(same, key=lambda other: abs(other - expected))[:MOST_CANDIDATES]


def _candidates(unit: Unit, places: dict[str, list[int]], most: int, many: int) -> list[int]:
    weights: dict[int, float] = defaultdict(float)
    for word in unit.bag:
        found = places.get(word, ())
        if 0 < len(found) <= most:
            weight = math.log(1 + many / len(found))
            for place in found:
                weights[place] += weight
    return sorted(weights, key=lambda place: (-weights[place], place))[:MOST_CANDIDATES]


def _chain(likeness: Likeness, earlier: Sequence[Unit]) -> Iterator[tuple[int, int]]:
    """The heaviest set of pairs in which both orders rise. Long paragraphs weigh more than short ones."""
    ends: list[int] = []
    heads: list[tuple[float, int, int, object]] = []
    for i in sorted(likeness):
        weight = 1 + math.log(1 + len(earlier[i].words))
        grown = []
        for j, score in likeness[i].items():
            before = bisect_left(ends, j) - 1
            reached, link = (heads[before][0], heads[before]) if before >= 0 else (0.0, None)
            grown.append((reached + score * weight, i, j, link))
        for head in grown:
            _keep(ends, heads, head)
    best: object = heads[-1] if heads else None
    while isinstance(best, tuple):
        yield best[1], best[2]
        best = best[3]


def _keep(ends: list[int], heads: list[tuple[float, int, int, object]], head: tuple[float, int, int, object]) -> None:
    """Keep the chains that are the heaviest for where they end: both `ends` and their weights rise."""
    place = bisect_left(ends, head[2])
    if place and heads[place - 1][0] >= head[0]:
        return
    if place < len(ends) and ends[place] == head[2] and heads[place][0] >= head[0]:
        return
    stop = place
    while stop < len(ends) and heads[stop][0] <= head[0]:
        stop += 1
    ends[place:stop] = [head[2]]
    heads[place:stop] = [head]


def _across(likeness: Likeness, pairs: dict[int, int], earlier: Sequence[Unit]) -> Iterator[tuple[int, int]]:
    """Pairs against the order, the most alike first. A few words alone do not show that something moved."""
    taken = set(pairs.values())
    left = sorted(
        (
            (-score, i, j)
            for i, alike in likeness.items()
            if i not in pairs and len(earlier[i].words) >= LEAST_WORDS_TO_MOVE
            for j, score in alike.items()
            if j not in taken
        )
    )
    done: set[int] = set()
    for _score, i, j in left:
        if i not in done and j not in taken:
            done.add(i)
            taken.add(j)
            yield i, j


def _gathered(wholes: Sequence[Unit], parts: Sequence[Unit], matched: dict[int, int]) -> Gathered:
    """Wholes that stand as several neighbouring parts on the other side, with those parts and how alike they are together.

    Grown from the part that a whole was paired with, or from an unpaired part that stands where the whole would.
    """
    free = set(range(len(parts))) - set(matched.values())
    gathered: Gathered = []
    for whole, unit in enumerate(wholes):
        if len(unit.words) < 2 * LEAST_WORDS_TO_MOVE:
            continue
        for seed in _seeds(whole, unit, parts, matched, free):
            pieces, score = _grown(unit, seed, parts, free)
            if len(pieces) > 1 and score >= LIKE:
                gathered.append((whole, pieces, score))
                free -= set(pieces)
                break
    return gathered


def _seeds(whole: int, unit: Unit, parts: Sequence[Unit], matched: dict[int, int], free: set[int]) -> Iterable[int]:
    if whole in matched:
        return [matched[whole]] if parts[matched[whole]].words != unit.words else []
    before = next((matched[place] for place in range(whole - 1, -1, -1) if place in matched), -1)
    return [
        place for place in range(before + 1, before + 1 + MOST_PIECES) if place in free and _holds(unit, parts[place])
    ]


def _grown(unit: Unit, seed: int, parts: Sequence[Unit], free: set[int]) -> tuple[list[int], float]:
    """Take in free neighbours as long as together they are more like the whole."""
    pieces, score = [seed], similarity(unit, parts[seed])
    while len(pieces) < MOST_PIECES:
        better = []
        for place, together in ((pieces[-1] + 1, [*pieces, pieces[-1] + 1]), (pieces[0] - 1, [pieces[0] - 1, *pieces])):
            if place in free and _holds(unit, parts[place]):
                joined = Unit(" ".join(parts[each].text for each in together), unit.kind)
                better.append((similarity(unit, joined), together))
        best = max(better, default=(0.0, pieces))
        if best[0] <= score:
            break
        score, pieces = best
    return pieces, score


def _holds(whole: Unit, part: Unit) -> bool:
    """Most words of the part are in the whole."""
    return part.kind == whole.kind and bool(part.words) and (part.bag & whole.bag).total() >= 0.7 * len(part.words)


def _links(
    earlier: Sequence[Unit],
    later: Sequence[Unit],
    likeness: Likeness,
    pairs: dict[int, int],
    moved: dict[int, int],
    splits: Gathered,
    merges: Gathered,
) -> Iterator[Link]:
    split = {whole for whole, _pieces, _score in splits}
    merged = {piece for _whole, pieces, _score in merges for piece in pieces}
    for whole, pieces, score in splits:
        longest = max(pieces, key=lambda piece: len(later[piece].words))
        for piece in pieces:
            yield Link(whole, piece, "split", score, is_primary=piece == longest)
    for whole, pieces, score in merges:
        for piece in pieces:
            yield Link(piece, whole, "merged", score)
    for i in range(len(earlier)):
        if i in split or i in merged:
            continue
        if i in pairs:
            score = likeness[i][pairs[i]]
            yield Link(i, pairs[i], "same" if score == 1.0 else "edited", score)
        elif i in moved:
            yield Link(i, moved[i], "moved", likeness[i][moved[i]])
        else:
            yield Link(i, None, "dropped", 0.0)
    reached = {piece for _whole, pieces, _score in splits for piece in pieces} | {whole for whole, _p, _s in merges}
    reached |= {j for i, j in (pairs | moved).items() if i not in split and i not in merged}
    for j in range(len(later)):
        if j not in reached:
            yield Link(None, j, "new", 0.0)


def _place(link: Link) -> tuple[float, int]:
    return (math.inf if link.later is None else link.later, -1 if link.earlier is None else link.earlier)
