from pathlib import Path

import pytest
from django.test import Client


@pytest.fixture
def page_cache(settings, tmp_path: Path) -> Path:
    """The page cache at work, in a folder of its own. The suite runs without it."""
    settings.PAGE_CACHE = True
    settings.PAGE_STORE_DIR = tmp_path / "pages"
    return settings.PAGE_STORE_DIR


@pytest.fixture
def reader(page_cache: Path) -> Client:
    """A stranger whose browser takes compressed pages."""
    return Client(headers={"accept-encoding": "gzip, br"})
