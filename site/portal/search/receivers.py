"""Pages that are published, taken down, moved, closed or deleted, by whichever screen, are found or forgotten accordingly."""

from collections.abc import Iterable
from typing import Any

from wagtail.models import Page

from portal.search.searchable import searchables
from portal.search.services.queue_reindex import queue_reindex


def on_page_change(sender: Any, instance: Any, **details: Any) -> None:
    """Published, taken down or deleted: what this page tells has changed."""
    _queue([instance])


def on_page_branch_change(sender: Any, instance: Any, **details: Any) -> None:
    """Moved or renamed: the pages below have other addresses too."""
    _queue(instance.get_descendants(inclusive=True).specific())


def on_restriction_change(sender: Any, instance: Any, **details: Any) -> None:
    """Closed to some readers, or opened: so are the pages below."""
    if page := Page.objects.filter(pk=instance.page_id).first():
        on_page_branch_change(sender, page)


def _queue(pages: Iterable[Any]) -> None:
    for page in pages:
        for searchable in searchables().values():
            queue_reindex(searchable.kind, *searchable.keys_of(page))
