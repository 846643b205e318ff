import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

from tests.database import planted_copy
from tests.events.storm import PEOPLE, PLACES


@pytest.mark.django_db
def test_twelve_writers_on_one_sqlite_file_never_oversell_and_none_is_turned_away(tmp_path):
    if connection.vendor != "sqlite":
        pytest.skip("another database: see test_races.py")
    file = tmp_path / "storm.sqlite3"
    shutil.copy(planted_copy(), file)
    root = Path(__file__).parents[2]
    environment = os.environ | {
        "DATABASE_URL": f"sqlite:///{file}",
        "DJANGO_SETTINGS_MODULE": "portal.settings.test",
        "PYTHONPATH": os.pathsep.join([str(root), str(root / "site")]),
    }

    said = subprocess.run(
        [sys.executable, "-m", "tests.events.storm"],
        env=environment,
        cwd=root,
        capture_output=True,
        text=True,
        timeout=180,
        check=True,
    )

    outcome = json.loads(said.stdout.strip().splitlines()[-1])
    assert outcome == {"refused": [], "registered": PLACES, "all": PEOPLE}
