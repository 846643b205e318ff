"""Words and addresses that several components need."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django import template
from django.core.paginator import Page
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import get_language, get_language_info

register = template.Library()


@dataclass(frozen=True)
class Deadline:
    """A closing instant as people say it: midnight belongs to the day that ends with it."""

    instant: datetime
    day: date
    midnight: bool


@register.simple_tag
def deadline(instant: datetime) -> Deadline:
    local = timezone.localtime(instant)
    midnight = (local.hour, local.minute) == (0, 0)
    return Deadline(local, local.date() - timedelta(days=1) if midnight else local.date(), midnight)


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
