"""The generation: a number in the key of every stored page. Raising it makes all stored pages old at once."""

import secrets
from pathlib import Path

from django.conf import settings
from django.core.cache import caches
from django.db import transaction

_NAME = "generation"


def current_generation() -> str:
    """What stored pages are filed under now. Read it when a request starts, before anything is rendered."""
    if "pages" in settings.CACHES:
        return caches["pages"].get(_NAME) or write_new_generation()
    try:
        return (Path(settings.PAGE_STORE_DIR) / _NAME).read_text(encoding="ascii")
    except FileNotFoundError:
        return write_new_generation()


def raise_generation() -> None:
    """Make every stored page old once the transaction commits. Each service that changes public state calls it."""
    transaction.on_commit(write_new_generation)


def write_new_generation() -> str:
    """Begin a generation at once. A lost one is begun anew too: no page may come back to life under an old name."""
    generation = secrets.token_hex(8)
    if "pages" in settings.CACHES:
        caches["pages"].set(_NAME, generation, timeout=None)
        return generation
    folder = Path(settings.PAGE_STORE_DIR)
    folder.mkdir(parents=True, exist_ok=True)
    fresh = folder / f"{_NAME}.{generation}"
    fresh.write_text(generation, encoding="ascii")
    fresh.replace(folder / _NAME)
    return generation
