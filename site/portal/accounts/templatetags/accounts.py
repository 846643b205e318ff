"""What the account screens need: allauth's fields in our dress, and the values of `held`, whose instants are ISO texts."""

from datetime import datetime
from typing import Any

from django import template
from django.forms.boundfield import BoundField
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

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


@register.filter
def plain(field: BoundField) -> BoundField:
    """allauth's field in our dress: no placeholder that repeats the label, and one sentence instead of a list of rules."""
    attrs = field.field.widget.attrs
    attrs.pop("placeholder", None)
    if attrs.get("autocomplete") == "new-password":
        field.help_text = _(
            "At least 12 characters. Three or four words that do not belong together are easy to keep in mind."
        )
    return field
