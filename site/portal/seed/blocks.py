"""From the short notation of the content files to the blocks of a page."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

Block = tuple[str, Any]
_LINK = re.compile(r'<a href="(page|index|publication|consultation|event):([\w-]+)"', re.ASCII)


def body_blocks(notation: Sequence[Mapping[str, Any]], page_id: Callable[[str, str], int]) -> list[Block]:
    """The blocks of a body. `page_id(kind, key)` finds the page that an internal link such as `page:about` means.

    Links carry the id of the Albanian page in both languages: Wagtail shows each reader the page in their own.
    """
    return [_block(kind, value, page_id) for item in notation for kind, value in item.items()]


def _block(kind: str, value: Any, page_id: Callable[[str, str], int]) -> Block:
    if kind == "facts":
        return kind, [{"term": str(term), "text": str(text)} for term, text in value]
    if kind == "steps":
        return kind, [{"title": str(title), "text": str(text)} for title, text in value]
    if kind == "paragraph":
        return kind, _LINK.sub(lambda m: f'<a linktype="page" id="{page_id(m[1], m[2])}"', " ".join(value.split()))
    return kind, " ".join(str(value).split())
