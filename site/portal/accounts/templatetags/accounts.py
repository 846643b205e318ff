"""How the values of `held` are shown: they are JSON values, so an instant arrives as its ISO text."""

from datetime import datetime
from typing import Any

from django import template
from django.utils.dateparse import parse_datetime

register = template.Library()


@register.filter
def kind_of_value(value: Any) -> str:
    """`nothing`, `truth`, `instant`, `mapping`, `list` or `text`."""
    if value is None or value == "" or value == []:
        return "nothing"
    if isinstance(value, bool):
        return "truth"
    if isinstance(value, dict):
        return "mapping"
    if isinstance(value, list | tuple):
        return "list"
    return "instant" if as_instant(value) else "text"


@register.filter
def as_instant(value: Any) -> datetime | None:
    """The instant in an ISO text with date, time and zone; nothing else is taken for one."""
    text = str(value)
    if "T" not in text or len(text) > 40:
        return None
    try:
        at = parse_datetime(text)
    except ValueError:
        return None
    return at if at is not None and at.tzinfo is not None else None
