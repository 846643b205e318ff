"""The generation: a number in the key of every stored page. Raising it makes all stored pages old at once."""

import os
import secrets
from pathlib import Path

from django.conf import settings
from django.db import transaction

_FILE = "generation"


def current_generation() -> str:
    """What stored pages are filed under now. Read it when a request starts, before anything is rendered."""
    try:
        return (Path(settings.PAGE_STORE_DIR) / _FILE).read_text()
    except FileNotFoundError:
        return "0"


def raise_generation() -> None:
    """Make every stored page old as soon as the running transaction commits. Every service that changes public state calls it."""
    transaction.on_commit(_write_new_generation)


def _write_new_generation() -> None:
    folder = Path(settings.PAGE_STORE_DIR)
    folder.mkdir(parents=True, exist_ok=True)
    fresh = folder / f"{_FILE}.{secrets.token_hex(8)}"
    fresh.write_text(secrets.token_hex(8))
    os.replace(fresh, folder / _FILE)
