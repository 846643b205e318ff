"""Gettext catalogues, compiled with polib: a bare machine has no `msgfmt`.

Without the compiled files every Albanian address is a 404.
"""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import polib
from django.conf import settings


def catalogues() -> Iterator[Path]:
    """Every catalogue of ours, the ones for third-party strings included."""
    for folder in settings.LOCALE_PATHS:
        yield from sorted(Path(folder).glob("*/LC_MESSAGES/*.po"))


def compile_catalogue(source: Path) -> bool:
    """Write the `.mo` beside its `.po`; true if it had to be written.

    Compared by content, not by date: a checkout gives every file the time of the checkout. Written under another
    name and then moved, so that a process that starts meanwhile never reads half a catalogue.
    """
    compiled = source.with_suffix(".mo")
    content = polib.pofile(str(source)).to_binary()
    if compiled.exists() and compiled.read_bytes() == content:
        return False

    descriptor, unfinished = tempfile.mkstemp(dir=source.parent, suffix=".unfinished")
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
    Path(unfinished).chmod(0o644)
    Path(unfinished).replace(compiled)
    return True
