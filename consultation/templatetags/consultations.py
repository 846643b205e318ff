"""Words that this room's templates need."""

from datetime import datetime

from django import template

from consultation.selectors import title_of
from consultation.selectors.showing import target_name
from consultation.working_days import ALBANIA

register = template.Library()
register.filter("title_of", title_of)
register.filter("target_name", target_name)


@register.filter
def utc_offset(instant: datetime) -> str:
    """How far Albania is ahead of UTC at an instant: "+1" in winter, "+2" in summer."""
    offset = instant.astimezone(ALBANIA).utcoffset()
    assert offset is not None  # a zone always has one
    return f"{offset.total_seconds() / 3600:+g}"
