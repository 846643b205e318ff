"""Reading the seed's own files."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

CONTENT = Path(__file__).parent / "content"
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The one in C reads all files in a tenth of a second; the other one, which is always there, takes a second or more."""


@cache
def content(name: str) -> Any:
    """What `content/<name>.yaml` holds. Read once a process; callers do not change it."""
    return yaml.load((CONTENT / f"{name}.yaml").read_text(encoding="utf-8"), LOADER)  # noqa: S506 - both are safe loaders
