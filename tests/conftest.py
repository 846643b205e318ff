"""The cast and the ground that every test may stand on."""

import os
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import teardown_databases
from django.utils import translation

from portal.delivery.generation import write_new_generation
from portal.home.pages import HomePage
from portal.home.services import plant_trees
from tests.database import restore_snapshot, set_up_database
from tests.seeded import restore_seeded

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium")
NEEDS = {
    "browser": ("Chromium", lambda: bool(CHROMIUM)),
    "postgresql": ("DATABASE_URL of a PostgreSQL", lambda: "postgresql" in settings.DATABASES["default"]["ENGINE"]),
    "elasticsearch": ("ELASTICSEARCH_URL", lambda: "ELASTICSEARCH_URL" in os.environ),
}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave out what needs a server that is not there; let transactional tests have the rows of the migrations."""
    for item in items:
        for marker, (need, is_there) in NEEDS.items():
            if item.get_closest_marker(marker) and not is_there():
                item.add_marker(pytest.mark.skip(reason=f"needs {need}"))
        if _is_transactional(item):
            item.fixturenames.append("django_db_serialized_rollback")


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Say in one line what was left out, so that a green suite never promises more than it tried."""
    reasons = Counter(
        report.longrepr[2].removeprefix("Skipped: ")
        for report in terminalreporter.stats.get("skipped", [])
        if isinstance(report.longrepr, tuple)
    )
    said = ", ".join(f"{count} ({reason})" for reason, count in sorted(reasons.items()))
    terminalreporter.write_line(f"Left out: {said}." if said else "Nothing was left out.")


def _is_transactional(item: pytest.Item) -> bool:
    marker = item.get_closest_marker("django_db")
    if marker is not None and marker.kwargs.get("transaction"):
        return True
    return bool({"transactional_db", "live_server"} & set(getattr(item, "fixturenames", ())))


@pytest.fixture(autouse=True)
def _rows_of_the_migrations(request: pytest.FixtureRequest, django_db_blocker: Any) -> None:
    """What is planted is there in whatever order tests run: a transactional one leaves every table empty (SQLite)."""
    if connection.vendor != "sqlite":
        return
    if _is_transactional(request.node):
        request.getfixturevalue("_django_db_helper")
        restore_snapshot()
        EMPTIED.add(connection.alias)
    elif EMPTIED:
        with django_db_blocker.unblock():
            restore_snapshot()
        EMPTIED.clear()


EMPTIED: set[str] = set()


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment: None, django_db_blocker: Any, django_db_modify_db_settings: None
) -> Iterator[None]:
    with django_db_blocker.unblock():
        config = set_up_database(verbosity=0)
    yield
    with django_db_blocker.unblock():
        teardown_databases(config, verbosity=0)


@pytest.fixture(autouse=True)
def _fresh_generation() -> None:
    """What a process remembers by generation must not outlive the test whose rows it was read from."""
    write_new_generation()


@pytest.fixture(autouse=True)
def _the_language_of_the_house() -> None:
    """A request leaves its language active; the next test begins in Albanian."""
    translation.deactivate()


@pytest.fixture
def home(db: None) -> HomePage:
    """The Albanian front page, with its English one beside it."""
    return plant_trees()


@pytest.fixture
def seeded(transactional_db: None, _rows_of_the_migrations: None, settings: Any, tmp_path: Path) -> Path:
    """The portal with its whole content, as a newcomer sees it after `make run`: the folder of its data."""
    if connection.vendor != "sqlite":
        pytest.skip("looks at the whole content on SQLite")
    folder = restore_seeded()
    settings.DATA_DIR = tmp_path / "data"
    settings.MEDIA_ROOT = settings.DATA_DIR / "media"
    for uploads in ("media", "library"):
        if (folder / uploads).exists():
            shutil.copytree(folder / uploads, settings.DATA_DIR / uploads)
    return folder
