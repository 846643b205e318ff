"""A database to stand on within a blink: migrations and the index pages are made once and copied then on (SQLite)."""

import hashlib
import os
import sqlite3
import tempfile
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.db import connection
from django.test.utils import setup_databases

from consultation.services import plant_consultation_index
from events.services import plant_event_index
from library.publications.services import plant_library_index
from library.reviews.services import plant_recommendation_index
from library.strategy.services import plant_strategy_index
from portal.accounts.services.sync_roles import sync_roles
from portal.home.services import plant_trees

IN_MEMORY = "file:memorydb_default?mode=memory&cache=shared"


def set_up_database(verbosity: int) -> list[tuple[object, str, bool]]:
    """Make the test database; return what `teardown_databases` needs, if there is anything to tear down."""
    if connection.vendor != "sqlite":
        config = setup_databases(verbosity=verbosity, interactive=False)
        plant()
        return config
    if _planted().exists():
        connection.close()
        connection.settings_dict["NAME"] = IN_MEMORY
        restore_snapshot()
        return []
    if _migrated().exists():
        connection.close()
        connection.settings_dict["NAME"] = IN_MEMORY
        _restore(_migrated())
        config = []
    else:
        config = setup_databases(verbosity=verbosity, interactive=False)
        _keep(_migrated())
    plant()
    _keep(_planted())
    return config


def plant() -> None:
    """What every portal has before its first content: front pages, the rooms' index pages, roles."""
    home = plant_trees()
    for plant_index in (
        plant_library_index,
        plant_strategy_index,
        plant_recommendation_index,
        plant_consultation_index,
        plant_event_index,
    ):
        plant_index(home)
    sync_roles()


def planted_copy() -> Path:
    """The file of what every test finds, for a process of its own. It is there where the suite runs on SQLite."""
    return _planted()


def restore_snapshot() -> None:
    """Put back what every test finds: a transactional test leaves every table empty.

    PostgreSQL gets the rows of its migrations from Django's own serialised copy. Telling Django that there is one (empty)
    here too keeps it from making content types and permissions anew, seconds for each test.
    """
    _restore(_planted())
    connection._test_serialized_contents = "[]"


def _restore(snapshot: Path) -> None:
    connection.ensure_connection()
    with sqlite3.connect(snapshot) as file:
        file.backup(connection.connection)


def _keep(snapshot: Path) -> None:
    fresh = snapshot.with_suffix(f".{os.getpid()}")
    with sqlite3.connect(fresh) as file:
        connection.connection.backup(file)
    fresh.replace(snapshot)


@cache
def _migrated() -> Path:
    return _snapshot("migrated", _migrations())


@cache
def _planted() -> Path:
    return _snapshot("planted", [*_migrations(), *_sources()])


def _snapshot(name: str, sources: Iterable[Path]) -> Path:
    digest = hashlib.sha256()
    for file in sources:
        digest.update(f"{file.parent.parent.name}/{file.name}".encode() + file.read_bytes())
    return Path(tempfile.gettempdir()) / f"portal-{name}-{digest.hexdigest()[:16]}.sqlite3"


def _migrations() -> list[Path]:
    configs = sorted(apps.get_app_configs(), key=lambda app: app.label)
    return [file for app in configs for file in sorted((Path(app.path) / "migrations").glob("*.py"))]


def _sources() -> list[Path]:
    rooms = ("site", "library", "consultation", "events")
    return sorted(file for room in rooms for file in (Path(settings.ROOT) / room).rglob("*.py"))
