"""A migrated SQLite in memory within a blink: migrations run once per state of their files and are copied then on."""

import hashlib
import os
import sqlite3
import tempfile
from pathlib import Path

from django.apps import apps
from django.db import connection
from django.test.utils import setup_databases


def set_up_database(verbosity: int) -> list[tuple[object, str, bool]]:
    """Make the test database; return what `teardown_databases` needs, if there is anything to tear down."""
    if connection.vendor != "sqlite":
        return setup_databases(verbosity=verbosity, interactive=False)
    snapshot = _snapshot()
    if not snapshot.exists():
        config = setup_databases(verbosity=verbosity, interactive=False)
        fresh = snapshot.with_suffix(f".{os.getpid()}")
        with sqlite3.connect(fresh) as file:
            connection.connection.backup(file)
        fresh.replace(snapshot)
        return config
    connection.close()
    connection.settings_dict["NAME"] = "file:memorydb_default?mode=memory&cache=shared"
    restore_snapshot()
    return []


def restore_snapshot() -> None:
    """Put back the rows that migrations make: a transactional test leaves every table empty.

    PostgreSQL gets them from Django's own serialised copy. Telling Django that there is one (empty) here too keeps it
    from making content types and permissions anew, seconds for each test.
    """
    connection.ensure_connection()
    with sqlite3.connect(_snapshot()) as file:
        file.backup(connection.connection)
    connection._test_serialized_contents = "[]"


def _snapshot() -> Path:
    digest = hashlib.sha256()
    for app in sorted(apps.get_app_configs(), key=lambda app: app.label):
        for file in sorted((Path(app.path) / "migrations").glob("*.py")):
            digest.update(f"{app.label}/{file.name}".encode() + file.read_bytes())
    return Path(tempfile.gettempdir()) / f"portal-migrated-{digest.hexdigest()[:16]}.sqlite3"
