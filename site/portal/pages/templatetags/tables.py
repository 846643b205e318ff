"""Cells that know their column, for tables that turn into cards on a phone."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import template

register = template.Library()


@register.simple_tag
def labelled(cells: Sequence[Any], columns: Sequence[str]) -> list[dict[str, Any]]:
    """Each cell with the name of its column; bare text becomes a cell."""
    return [
        {"label": column, **(cell if isinstance(cell, Mapping) else {"text": cell})}
        for column, cell in zip(columns, cells, strict=True)
    ]
