"""Reading the seed's own files."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

CONTENT = Path(__file__).parent / "content"


@cache
def content(name: str) -> Any:
    """What `content/<name>.yaml` holds. Read once a process; callers do not change it."""
    return yaml.safe_load((CONTENT / f"{name}.yaml").read_text(encoding="utf-8"))
