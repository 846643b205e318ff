"""Words that this room's templates need."""

from datetime import datetime

from django import template
from django.conf import settings
from django.template import Context

from consultation.records import Consultation
from consultation.selectors import title_of
from consultation.selectors.showing import target_name
from consultation.views.in_basket import BASKETS
from consultation.working_days import ALBANIA

register = template.Library()
register.filter("title_of", title_of)
register.filter("target_name", target_name)


@register.simple_tag(takes_context=True)
def waiting_in_basket(context: Context, consultation: Consultation) -> int:
    """How many comments wait in this reader's basket. Only whoever has a session is asked: shared pages stay shared."""
    request = context.get("request")
    if request is None or settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return 0
    return len(request.session.get(BASKETS, {}).get(str(consultation.pk), []))


@register.filter
def utc_offset(instant: datetime) -> str:
    """How far Albania is ahead of UTC at an instant: "+1" in winter, "+2" in summer."""
    offset = instant.astimezone(ALBANIA).utcoffset()
    assert offset is not None  # a zone always has one
    return f"{offset.total_seconds() / 3600:+g}"
