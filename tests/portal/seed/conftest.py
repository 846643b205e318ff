from pathlib import Path
from typing import Any

import pytest


@pytest.fixture
def data_dir(seeded: Path, settings: Any, tmp_path: Path) -> Path:
    """A folder of this test's own, for what commands note beside the whole content."""
    settings.DATA_DIR = tmp_path
    return tmp_path
