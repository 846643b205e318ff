from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django import template

register = template.Library()


@dataclass
class Chapter:
    """A heading with the blocks under it. What stands before the first heading has none."""

    heading: Any = None
    blocks: list[Any] = field(default_factory=list)


@register.filter
def chapters(body: Iterable[Any]) -> list[Chapter]:
    """`{% for chapter in page.body|chapters %}`: so that a wide page can set the headings beside their text."""
    found = [Chapter()]
    for block in body:
        if block.block_type == "heading":
            found.append(Chapter(block))
        else:
            found[-1].blocks.append(block)
    return [chapter for chapter in found if chapter.heading or chapter.blocks]
