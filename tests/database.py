"""A migrated SQLite in memory within a blink: migrations run once per state of their files and are copied from then on."""

import hashlib
import os
import sqlite3
import tempfile
from pathlib import Path

from django.apps import apps
from django.db import connection
from django.test.utils import setup_databases


def set_up_database(verbosity: int) -> list[tuple[object, str, bool]]:
    """Make the test database; return what `teardown_databases` needs, or nothing where there is nothing to tear down."""
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
    connection.ensure_connection()
    with sqlite3.connect(snapshot) as file:
        file.backup(connection.connection)
    return []


def _snapshot() -> Path:
    digest = hashlib.sha256()
    for app in sorted(apps.get_app_configs(), key=lambda app: app.label):
        for file in sorted((Path(app.path) / "migrations").glob("*.py")):
            digest.update(f"{app.label}/{file.name}".encode() + file.read_bytes())
    return Path(tempfile.gettempdir()) / f"portal-migrated-{digest.hexdigest()[:16]}.sqlite3"
