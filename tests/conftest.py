"""The cast and the ground that every test may stand on."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.test.utils import teardown_databases

from portal.delivery.generation import write_new_generation
from portal.home.pages import HomePage
from portal.home.services import plant_trees
from tests.database import set_up_database


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment: None, django_db_blocker: Any) -> Iterator[None]:
    with django_db_blocker.unblock():
        config = set_up_database(verbosity=0)
    yield
    with django_db_blocker.unblock():
        teardown_databases(config, verbosity=0)


@pytest.fixture(autouse=True)
def _fresh_generation() -> None:
    """What a process remembers by generation must not outlive the test whose rows it was read from."""
    write_new_generation()


@pytest.fixture
def home(db: None) -> HomePage:
    """The Albanian front page, with its English one beside it."""
    return plant_trees()
