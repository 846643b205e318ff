"""Pages that are published, taken down or deleted, by whichever screen, are found or forgotten accordingly."""

from typing import Any

from portal.search.searchable import searchables
from portal.search.services.queue_reindex import queue_reindex


def on_page_change(sender: Any, instance: Any, **details: Any) -> None:
    for searchable in searchables().values():
        key = searchable.key_of(instance)
        if key is not None:
            queue_reindex(searchable.kind, key)
