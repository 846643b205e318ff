"""Drawings for templates. Each tag answers with numbers and paths; the markup stays in components/."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import template

from portal.pages import drawings

register = template.Library()


@register.filter
def sign(category: str) -> str:
    return drawings.sign(category)


@register.simple_tag
def band(days: Sequence[date], today: date) -> tuple[drawings.BandWeek, ...]:
    return drawings.band(days, today)


@register.simple_tag
def term(days: Sequence[date], today: date) -> drawings.Term | None:
    return drawings.term(days, today)


@register.simple_tag
def motifs(category: str, filled: int, total: int | None = None) -> tuple[drawings.Ten, ...]:
    return drawings.motifs(category, filled, total)


@register.simple_tag
def bar(filled: int, total: int) -> int:
    return drawings.bar(filled, total)


@register.simple_tag
def taken(free: int, total: int) -> int:
    """Never below none nor above all: a quota may be lowered after places were given."""
    return min(max(total - free, 0), total)


@register.simple_tag
def longest(rows: Sequence[Mapping[str, Any]]) -> int:
    return max((int(row["count"]) for row in rows), default=0)


@register.simple_tag
def chart(readings: Sequence[Mapping[str, Any]], target: Mapping[str, Any] | None = None) -> drawings.Chart:
    return drawings.chart([_reading(row) for row in readings], _reading(target) if target else None)


def _reading(row: Mapping[str, Any]) -> drawings.Reading:
    value = row["value"]
    return drawings.Reading(str(row["label"]), None if value is None else float(value), str(row["text"]))
