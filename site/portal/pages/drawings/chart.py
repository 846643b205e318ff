"""An indicator over time: one line, its target dashed, values on the points, the axis from zero."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, floor, log10

LEFT, RIGHT, TOP, BOTTOM = 52.0, 530.0, 30.0, 290.0
FIRST, LAST = 90.0, 510.0
LABELS_AT_MOST = 6


@dataclass(frozen=True)
class Reading:
    """A value at a moment; no value leaves a gap in the line. `text` says the value in the reader's language."""

    label: str
    value: float | None
    text: str


@dataclass(frozen=True)
class Point:
    x: str
    y: str
    text: str
    text_y: str
    shown: bool


@dataclass(frozen=True)
class Rule:
    """A line across the chart with the value it stands for."""

    y: str
    text_y: str
    value: float


@dataclass(frozen=True)
class Mark:
    """A word on the axis of time."""

    x: str
    text: str


@dataclass(frozen=True)
class Target:
    x: str
    y: str
    text: str
    text_y: str


@dataclass(frozen=True)
class Chart:
    rules: tuple[Rule, ...]
    zero: str
    lines: tuple[str, ...]
    points: tuple[Point, ...]
    marks: tuple[Mark, ...]
    target: Target | None


def chart(readings: Sequence[Reading], target: Reading | None = None) -> Chart:
    """Draw the readings in their order; the target stands at its own label, after them if it has none among theirs."""
    labels = [reading.label for reading in readings]
    if target and target.label not in labels:
        labels.append(target.label)
    values = [reading.value for reading in (*readings, *([target] if target else ())) if reading.value is not None]
    scale = _Scale.over(values)
    xs = dict(zip(labels, _spread(len(labels)), strict=True))
    return Chart(
        rules=tuple(Rule(_n(scale.y(value)), _n(scale.y(value) + 5), value) for value in scale.steps()),
        zero=_n(scale.y(0)),
        lines=_lines(readings, xs, scale),
        points=_points(readings, xs, scale, target),
        marks=tuple(Mark(_n(xs[label]), label) for number, label in enumerate(labels) if _marked(number, len(labels))),
        target=_target(target, xs, scale),
    )


@dataclass(frozen=True)
class _Scale:
    """Round steps from the lowest to the highest value, zero always among them."""

    lowest: int
    highest: int
    step: float

    @classmethod
    def over(cls, values: Sequence[float]) -> "_Scale":
        low, high = min((*values, 0)), max((*values, 0))
        step = _round_step((high - low) / 4) if high > low else 1
        return cls(floor(low / step), max(ceil(high / step), 1), step)

    def steps(self) -> list[float]:
        return [round(number * self.step, 10) for number in range(self.lowest, self.highest + 1)]

    def y(self, value: float) -> float:
        share = (value / self.step - self.lowest) / (self.highest - self.lowest)
        return BOTTOM - share * (BOTTOM - TOP)


def _round_step(least: float) -> float:
    power = 10.0 ** floor(log10(least))
    return float(next(factor * power for factor in (1, 2, 2.5, 5, 10) if factor * power >= least * 0.999999))


def _spread(count: int) -> list[float]:
    if count < 2:
        return [(FIRST + LAST) / 2] * count
    return [FIRST + (LAST - FIRST) * number / (count - 1) for number in range(count)]


def _marked(number: int, count: int) -> bool:
    """The last always; before it every so many, counted from the last, so that words do not run into each other."""
    return (count - 1 - number) % ceil(count / LABELS_AT_MOST) == 0


def _lines(readings: Sequence[Reading], xs: dict[str, float], scale: _Scale) -> tuple[str, ...]:
    pieces: list[list[str]] = [[]]
    for reading in readings:
        if reading.value is None:
            pieces.append([])
        else:
            pieces[-1].append(f"{_n(xs[reading.label])},{_n(scale.y(reading.value))}")
    return tuple(" ".join(piece) for piece in pieces if len(piece) > 1)


def _points(
    readings: Sequence[Reading], xs: dict[str, float], scale: _Scale, target: Reading | None
) -> tuple[Point, ...]:
    measured = [(reading, reading.value) for reading in readings if reading.value is not None]
    rising = [later[1] >= earlier[1] for earlier, later in pairwise(measured)]
    points = []
    for number, (reading, value) in enumerate(measured):
        below = rising[min(number, len(rising) - 1)] if rising else False
        y = scale.y(value)
        text_y = y + 30 if below and y + 30 < BOTTOM else y - 16
        if target and target.value is not None and abs(text_y - 5 - scale.y(target.value)) < 14:
            text_y = y - 16 if text_y > y else min(y + 30, BOTTOM - 6)
        shown = _marked(number, len(measured)) or number == 0
        points.append(Point(_n(xs[reading.label]), _n(y), reading.text, _n(text_y), shown))
    return tuple(points)


def _target(target: Reading | None, xs: dict[str, float], scale: _Scale) -> Target | None:
    if target is None or target.value is None:
        return None
    y = scale.y(target.value)
    return Target(_n(xs[target.label]), _n(y), target.text, _n(y - 9 if y > TOP + 10 else y + 22))


def _n(number: float) -> str:
    """A coordinate, in digits whatever the reader's language."""
    return f"{number:.4g}"
