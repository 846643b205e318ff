"""Words and addresses that several components need."""

from datetime import datetime, timedelta
from typing import Any

from django import template
from django.core.paginator import Page
from django.http import QueryDict
from django.utils import timezone
from django.utils.formats import date_format, time_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, get_language_info, pgettext
from django.utils.translation import gettext as _

register = template.Library()


@register.simple_tag
def deadline(instant: datetime) -> SafeString:
    """A closing instant as people say it: midnight belongs to the day that ends with it. Stands inside a sentence."""
    local = timezone.localtime(instant)
    midnight = (local.hour, local.minute) == (0, 0)
    day = local.date() - timedelta(days=1) if midnight else local.date()
    hour = pgettext("end of a day", "midnight") if midnight else _("at %(time)s") % {"time": time_format(local)}
    return format_html('<time datetime="{}">{}</time>, {}', local.isoformat(), date_format(day), hour)


@register.filter
def day_number(number: int) -> str:
    """The number of a day as each language says it: "day 5", "dita e 5-të"."""
    if get_language() != "sq":
        return str(number)
    if number == 1:
        return "1-rë"
    return f"{number}-t" if number % 10 == 4 and number % 100 != 14 else f"{number}-të"


@register.filter
def language_name(code: str) -> str:
    """The language's name in the reader's language; the code itself for one that Django does not know."""
    try:
        name = str(get_language_info(code)["name_translated"])
    except KeyError:
        return code
    return name.lower() if get_language() == "sq" else name


@register.simple_tag
def pages_around(page: Page[Any]) -> list[int | None]:
    """The numbers a pager shows: the ends, this page and its neighbours; None where some are left out."""
    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    return [number if isinstance(number, int) else None for number in numbers]


@register.simple_tag
def page_address(query: QueryDict | None, number: int, name: str = "") -> str:
    """The same list at another page: every filter stays, page 1 needs no number."""
    name = name or "page"
    query = query.copy() if query else QueryDict(mutable=True)
    query.pop(name, None)
    if number > 1:
        query[name] = str(number)
    return f"?{query.urlencode()}" if query else "?"
