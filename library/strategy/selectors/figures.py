"""Values as they are read: with their unit, in the reader's language; a table and a drawing of the same figures."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from library.strategy.enums import Direction, Half, IndicatorKind
from library.strategy.records import Indicator, IndicatorReading, Target
from library.strategy.records.indicator import Valued


def figure(number: Decimal | int) -> str:
    """As many decimals as there are, thousands grouped."""
    text = f"{Decimal(number):f}"
    decimals = len(text.partition(".")[2].rstrip("0"))
    return number_format(number, decimals, use_l10n=True, force_grouping=True)


def value_text(indicator: Indicator, valued: Valued, *, with_unit: bool = True) -> str:
    """`72 %`, `41,5 ditë pune`, `po`, or the words; empty where nothing was measured."""
    if indicator.kind == IndicatorKind.TEXT:
        return str(valued.words)
    if valued.value is None:
        return ""
    if indicator.kind == IndicatorKind.YES_NO:
        return pgettext("value", "yes") if valued.value else pgettext("value", "no")
    if indicator.kind == IndicatorKind.PERCENT:
        return f"{figure(valued.value)} %"
    return f"{figure(valued.value)} {indicator.unit}".strip() if with_unit else figure(valued.value)


def period_text(year: int, half: int | None) -> str:
    if half is None:
        return str(year)
    if half == Half.FIRST:
        return _("first half of %(year)s") % {"year": year}
    return _("second half of %(year)s") % {"year": year}


def indicator_view(indicator: Indicator) -> dict[str, Any]:
    """An indicator with a row for each figure, and a drawing of numbers. Hand in approved readings only."""
    readings = list(indicator.readings.all())
    targets = list(indicator.targets.all())
    latest = readings[-1] if readings else None
    return {
        "indicator": indicator,
        "kind": indicator.get_kind_display(),
        "direction": str(Direction(indicator.direction).label) if indicator.direction else "",
        "frequency": indicator.get_frequency_display(),
        "disaggregation": ", ".join(str(each.label) for each in indicator.disaggregations),
        "baseline": value_text(indicator, indicator),
        "latest": value_text(indicator, latest) if latest else "",
        "latest_period": period_text(latest.year, latest.half) if latest else "",
        "rows": _rows(indicator, readings, targets),
        "chart": _chart(indicator, readings, targets),
    }


def target_ahead(readings: Iterable[IndicatorReading], targets: list[Target]) -> Target | None:
    """The target to compare with: of the last year that was measured, else the next, else the last there was."""
    year = max((reading.year for reading in readings), default=0)
    return next((target for target in targets if target.year >= year), targets[-1] if targets else None)


def _rows(indicator: Indicator, readings: list[IndicatorReading], targets: list[Target]) -> list[dict[str, Any]]:
    rows = [(target.year, 2, str(target.year), value_text(indicator, target), _("target")) for target in targets]
    rows += [
        (
            each.year,
            each.half or 2,
            period_text(each.year, each.half),
            value_text(indicator, each),
            pgettext("figure", "measured"),
        )
        for each in readings
    ]
    if indicator.baseline_year is not None:
        value = value_text(indicator, indicator) or _("not measured")
        rows.append((indicator.baseline_year, 0, str(indicator.baseline_year), value, _("baseline")))
    return [
        {"period": period, "value": value, "kind": kind}
        for _year, _half, period, value, kind in sorted(rows, key=lambda row: (row[0], row[1], row[4] == _("target")))
    ]


def _chart(indicator: Indicator, readings: list[IndicatorReading], targets: list[Target]) -> dict[str, Any] | None:
    """Nothing for words and for yes or no; nothing before there are two points to join."""
    if indicator.kind not in (IndicatorKind.NUMBER, IndicatorKind.PERCENT):
        return None
    points = [_point(indicator, f"{each.year}" + (f"/{each.half}" if each.half else ""), each) for each in readings]
    if indicator.baseline_year is not None and indicator.value is not None:
        points.insert(0, _point(indicator, str(indicator.baseline_year), indicator))
    if len(points) < 2:
        return None
    ahead = target_ahead(readings, targets)
    target = None
    if ahead is not None and ahead.value is not None:
        text = _("target %(year)s: %(value)s") % {"year": ahead.year, "value": value_text(indicator, ahead)}
        target = {"label": str(ahead.year), "value": ahead.value, "text": text}
    first, last = points[0], points[-1]
    told = _("From %(first)s in %(start)s to %(last)s in %(end)s.") % {
        "first": first["text"],
        "start": first["label"],
        "last": last["text"],
        "end": last["label"],
    }
    return {
        "id": f"i{indicator.pk}",
        "title": f"{indicator.code} {indicator.name}",
        "text": f"{told} {target['text']}." if target else told,
        "readings": points,
        "target": target,
        "unit": "%" if indicator.kind == IndicatorKind.PERCENT else "",
    }


def _point(indicator: Indicator, label: str, valued: Valued) -> dict[str, Any]:
    return {"label": label, "value": valued.value, "text": value_text(indicator, valued, with_unit=False)}
