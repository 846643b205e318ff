"""One sign a thing, by tens; a bar where there are too many."""

from dataclasses import dataclass

from .signs import SIGNS, Stroke

MOTIF_WIDTH = 15
MOTIF_EDGE = 0.75
BAR_WIDTH = 300


@dataclass(frozen=True)
class Ten:
    """Up to ten motifs in a row, drawn apart so that the eye can count by tens."""

    full: str
    open: str


def motifs(category: str, filled: int, total: int | None = None) -> tuple[Ten, ...]:
    """The first `filled` signs are whole, the rest up to `total` outlined. Without a total all are whole."""
    total = max(filled, total or 0)
    strokes = SIGNS.get(category) or SIGNS["individuals_others"]
    return tuple(
        Ten(
            full=_row(strokes, 0, min(filled - start, 10)),
            open=_row(strokes, max(filled - start, 0), min(total - start, 10)),
        )
        for start in range(0, total, 10)
    )


def _row(strokes: tuple[Stroke, ...], begin: int, end: int) -> str:
    return "".join(
        stroke.at(place * MOTIF_WIDTH + MOTIF_EDGE, MOTIF_EDGE) for place in range(begin, end) for stroke in strokes
    )


def bar(filled: int, total: int) -> int:
    """The filled width of a bar of 300. Anything above none shows, and only a whole fills it."""
    if total <= 0 or filled <= 0:
        return 0
    if filled >= total:
        return BAR_WIDTH
    return min(max(round(BAR_WIDTH * filled / total), 2), BAR_WIDTH - 2)
