"""What search needs of its surroundings, said at start rather than by a stranger's traceback."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register
from django.db import connections


@register
def check_address_of_elasticsearch(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    wrong = [url for url in filter(None, settings.ELASTICSEARCH_URL.split(",")) if not _is_address(url)]
    if not wrong:
        return []
    return [
        Error(
            "ELASTICSEARCH_URL holds what is no address of a server.",
            hint="Write http://host:9200, with the port; several with commas between.",
            id="search.E001",
        )
    ]


@register(Tags.database)
def check_full_text_index(app_configs: Any, databases: Sequence[str] | None, **kwargs: Any) -> list[CheckMessage]:
    """Python may have been built with an SQLite that lacks FTS5: without it there is no index to write."""
    if "default" not in (databases or ()) or connections["default"].vendor != "sqlite":
        return []
    with connections["default"].cursor() as cursor:
        cursor.execute("SELECT 1 FROM pragma_compile_options WHERE compile_options = 'ENABLE_FTS5'")
        if cursor.fetchone():
            return []
    return [Error("This Python's SQLite has no FTS5, so the portal cannot be searched.", id="search.E002")]


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port is not None
    except ValueError:
        return False
