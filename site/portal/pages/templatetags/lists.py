"""What lists, their filters and tables need to know of their parts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import template
from django.core.paginator import Page
from django.http import QueryDict

register = template.Library()

OPTIONS_AT_MOST = 9
OPTIONS_SHOWN = 7


@dataclass(frozen=True)
class FoldedOptions:
    """The options of a filter: the first, and the rest that opens on demand, or at once if one of them is chosen."""

    shown: Sequence[Any]
    more: Sequence[Any]
    open: bool


@register.simple_tag
def folded(options: Sequence[Any]) -> FoldedOptions:
    if len(options) <= OPTIONS_AT_MOST:
        return FoldedOptions(options, (), False)
    more = options[OPTIONS_SHOWN:]
    return FoldedOptions(options[:OPTIONS_SHOWN], more, any(_is_chosen(option) for option in more))


@register.filter
def with_options(groups: Sequence[Any] | None) -> list[Any]:
    """The filters that have something to choose: an empty list offers none."""
    return [group for group in groups or () if _of(group, "options")]


def _is_chosen(option: Any) -> bool:
    return bool(_of(option, "checked"))


def _of(thing: Any, name: str) -> Any:
    """Lists come as mappings or as objects, as templates read them."""
    return thing.get(name) if isinstance(thing, Mapping) else getattr(thing, name, None)


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


@register.simple_tag
def labelled(cells: Sequence[Any], columns: Sequence[str]) -> list[dict[str, Any]]:
    """Each cell with the name of its column; bare text becomes a cell."""
    return [
        {"label": column, **(cell if isinstance(cell, Mapping) else {"text": cell})}
        for column, cell in zip(columns, cells, strict=True)
    ]
