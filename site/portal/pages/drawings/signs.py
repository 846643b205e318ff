"""The six stakeholder categories, told apart by shape alone."""

from typing import NamedTuple


class Stroke(NamedTuple):
    """One closed line of a sign, drawn on a square of 11 by 11."""

    x: float
    y: float
    line: str

    def at(self, x: float, y: float) -> str:
        return f"M{self.x + x:g} {self.y + y:g}{self.line}"


SIGNS: dict[str, tuple[Stroke, ...]] = {
    "government": (Stroke(0, 11, "v-6h2v-3h2v-2h3v2h2v3h2v6h-4v-4h-3v4z"),),
    "international": (
        Stroke(5.5, 0, "l2.3 2.7-2.3 2.7-2.3-2.7z"),
        Stroke(0, 5.5, "l2.7-2.3 2.7 2.3-2.7 2.3z"),
        Stroke(5.6, 5.5, "l2.7-2.3 2.7 2.3-2.7 2.3z"),
        Stroke(5.5, 5.6, "l2.3 2.7-2.3 2.7-2.3-2.7z"),
    ),
    "civil_society": (Stroke(0, 0, "h2.4v5.5h1.9v-5.5h2.4v5.5h1.9v-5.5h2.4v11h-11z"),),
    "business": (Stroke(0, 0, "h11l-4.2 5.5 4.2 5.5h-11l4.2-5.5z"),),
    "academia": (Stroke(0, 0.6, "l5.5 2.6 5.5-2.6v7.5l-5.5 2.6-5.5-2.6z"),),
    "individuals_others": (
        Stroke(5.5, 0, "l3 2.8-3 2.8-3-2.8z"),
        Stroke(5.5, 6, "l5.5 5h-11z"),
    ),
}
"""By the category's code: gate, four lozenges meeting, comb, hourglass, open book, figure."""


def sign(category: str) -> str:
    """The path of a category's sign; nothing for a code without one, so that its name stands alone."""
    return "".join(stroke.at(0, 0) for stroke in SIGNS.get(category, ()))
