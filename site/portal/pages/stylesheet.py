"""One stylesheet from many sheets, without a build tool.

The sheets under `static/portal/css/` are the source. They are joined into `static/portal/portal.css`, which is kept
in the repository, so that a page asks for one file in development and in production alike.
"""

import re
from pathlib import Path, PurePosixPath

STATIC = Path(__file__).resolve().parents[1] / "static" / "portal"
INDEX = STATIC / "css" / "index.css"
JOINED = STATIC / "portal.css"

_IMPORT = re.compile(r'@import url\("([^"]+)"\);')
_ADDRESS = re.compile(r'url\("([^":]+)"\)')


def joined_stylesheet() -> str:
    """Every sheet that the index names, in its order, its addresses told from the joined file."""
    sheets = [INDEX.parent / name for name in _IMPORT.findall(INDEX.read_text(encoding="utf-8"))]
    head = "/* Joined from css/ by `manage.py join_css`; edit the sheets, not this file. */\n"
    return head + "\n".join(_with_moved_addresses(sheet) for sheet in sheets)


def _with_moved_addresses(sheet: Path) -> str:
    folder = PurePosixPath(sheet.parent.relative_to(STATIC).as_posix())
    return _ADDRESS.sub(
        lambda found: f'url("{_flattened(folder / found[1])}")',
        sheet.read_text(encoding="utf-8"),
    )


def _flattened(address: PurePosixPath) -> str:
    parts: list[str] = []
    for part in address.parts:
        if part == "..":
            parts.pop()
        else:
            parts.append(part)
    return "/".join(parts)
