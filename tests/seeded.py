"""The portal with its whole content, made once for each state of the source and then copied.

`make run` needs a minute for it on an empty machine; the tests that look at everything need it in milliseconds.
"""

import fcntl
import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

from django.db import connection

ROOT = Path(__file__).resolve().parents[1]
SOURCES = ("site", "library", "consultation", "events", "locale", "requirements.txt")


@cache
def seeded_data_dir() -> Path:
    """A data folder as `make run` leaves it. Copy it before anything writes to it."""
    folder = Path(tempfile.gettempdir()) / f"portal-seeded-{_digest()}"
    with folder.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            unfinished = folder.with_suffix(".unfinished")
            shutil.rmtree(unfinished, ignore_errors=True)
            manage("start", "--only-prepare", data_dir=unfinished)
            unfinished.rename(folder)
    return folder


def manage(*command: str, data_dir: Path, **environment: str) -> str:
    """What a management command says when it runs in a process of its own over a data folder."""
    done = subprocess.run(
        [sys.executable, "manage.py", *command],
        cwd=ROOT,
        env=own_environment(data_dir) | environment,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def own_environment(data_dir: Path) -> dict[str, str]:
    """The surroundings of a portal on this machine: nothing of what the suite itself was told."""
    told = {"DATABASE_URL", "ELASTICSEARCH_URL", "DJANGO_SETTINGS_MODULE", "DJANGO_ALLOW_ASYNC_UNSAFE", "PORT"}
    kept = {name: value for name, value in os.environ.items() if name not in told}
    return kept | {"DATA_DIR": str(data_dir), "DJANGO_SETTINGS_MODULE": "portal.settings.development"}


def restore_seeded() -> Path:
    """Put the whole content into the test database of this process (SQLite)."""
    folder = seeded_data_dir()
    connection.ensure_connection()
    with sqlite3.connect(folder / "portal.sqlite3") as file:
        file.backup(connection.connection)
    return folder


def _digest() -> str:
    digest = hashlib.sha256(sys.version.encode())
    for source in SOURCES:
        root = ROOT / source
        for path in sorted(root.rglob("*")) if root.is_dir() else [root]:
            if path.is_file() and "__pycache__" not in path.parts and path.suffix != ".mo":
                digest.update(str(path.relative_to(ROOT)).encode() + path.read_bytes())
    return digest.hexdigest()[:16]
