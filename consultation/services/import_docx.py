"""From a Word document to provisions: headings become sections, numbered paragraphs become provisions."""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO, Any

import mammoth
from bs4 import BeautifulSoup, Tag
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from consultation.enums import ProvisionKind
from consultation.errors import DraftNotReadable
from consultation.records import DraftVersion, Provision
from consultation.services.draft import ProvisionRow, ProvisionWords, add_provisions

LARGEST_FILE = 10 * 1024 * 1024
LARGEST_UNPACKED = 60 * 1024 * 1024
MOST_ROWS = 2_000

_ARTICLE = re.compile(
    r"^(?:Neni|Article|Dispozita|Provision)\s+(\d+(?:/[\w\d]+)?)\s*[.:–-]?\s*(.*)$", re.IGNORECASE | re.DOTALL
)
_NUMBERED = re.compile(r"^(\d+(?:\.\d+)*|[IVXLC]+)[.)]\s+(.*)$", re.DOTALL)
_SECTION_LABEL = re.compile(
    r"^(?:(?i:Kreu|Chapter|Pjesa|Part)\s+)?([IVXLC]+|\d+(?:\.\d+)*|[A-Z])[.):]?\s+(?=\S)(.*)$", re.DOTALL
)


@dataclass
class _Row:
    """One row of one language while the document is read."""

    kind: ProvisionKind
    label: str = ""
    depth: int = 1
    heading: str = ""
    parts: list[str] = field(default_factory=list)


def import_draft(
    *, version: DraftVersion, albanian: IO[bytes], english: IO[bytes] | None = None, by: Any
) -> list[Provision]:
    """Append the provisions of a Word document to a draft; the English document is paired with it row by row.

    Raises a `ValidationError` that names the first row at which the two documents part ways.
    """
    rows = read_document(albanian)
    others = read_document(english) if english is not None else []
    if english is not None:
        _check_pairs(rows, others)
    return add_provisions(
        version=version,
        rows=[_pair(row, others[place] if others else None) for place, row in enumerate(rows)],
        by=by,
    )


def read_document(file: IO[bytes]) -> list[_Row]:
    """The rows of one document. Macros, comments and pictures are not read; tracked insertions count as text."""
    _check_archive(file)
    try:
        html = mammoth.convert_to_html(file, convert_image=mammoth.images.img_element(lambda image: {})).value
    except (KeyError, ValueError, OSError, zipfile.BadZipFile, SyntaxError) as refusal:
        raise DraftNotReadable from refusal
    rows = list(_rows(BeautifulSoup(html, "html.parser")))
    if not rows:
        raise DraftNotReadable
    if len(rows) > MOST_ROWS:
        raise ValidationError(_("The document has more than %(most)s provisions.") % {"most": MOST_ROWS})
    return rows


def _check_archive(file: IO[bytes]) -> None:
    """Refuse what is no DOCX, and one that swells when it is unpacked."""
    file.seek(0, 2)
    if file.tell() > LARGEST_FILE:
        raise ValidationError(_("The file is larger than 10 MB."))
    file.seek(0)
    try:
        with zipfile.ZipFile(file) as archive:
            unpacked = sum(member.file_size for member in archive.infolist())
            names = set(archive.namelist())
    except (zipfile.BadZipFile, NotImplementedError, OSError) as refusal:
        raise DraftNotReadable from refusal
    if "word/document.xml" not in names or unpacked > LARGEST_UNPACKED:
        raise DraftNotReadable
    file.seek(0)


def _rows(document: BeautifulSoup) -> Iterator[_Row]:
    current: _Row | None = None
    for block in document.children:
        if not isinstance(block, Tag) or not block.get_text(strip=True):
            continue
        for row in _begun_by(block, current):
            if row is not current and current is not None:
                yield current
            current = row
    if current is not None:
        yield current


def _begun_by(block: Tag, current: _Row | None) -> Iterator[_Row]:
    """The rows that a block begins; the current one where the block belongs to it."""
    text = " ".join(block.get_text().split())
    if re.fullmatch(r"h[1-6]", block.name):
        yield _heading(block, text)
    elif block.name == "p" and (numbered := _ARTICLE.match(text)):
        yield _Row(ProvisionKind.PROVISION, label=numbered[1], heading=numbered[2])
    elif block.name == "p" and (numbered := _NUMBERED.match(text)):
        yield _Row(ProvisionKind.PROVISION, label=numbered[1], parts=[f"<p>{_escaped(numbered[2])}</p>"])
    elif block.name == "ol" and (current is None or current.kind is ProvisionKind.HEADING):
        for place, item in enumerate(block.find_all("li", recursive=False), start=1):
            yield _Row(ProvisionKind.PROVISION, label=str(place), parts=[f"<p>{item.decode_contents()}</p>"])
    elif current is None or current.kind is ProvisionKind.HEADING:
        yield _Row(ProvisionKind.PROVISION, parts=[str(block)])
    else:
        current.parts.append(str(block))
        yield current


def _heading(block: Tag, text: str) -> _Row:
    depth = int(block.name[1])
    if article := _ARTICLE.match(text):
        return _Row(ProvisionKind.PROVISION, label=article[1], heading=article[2])
    numbered = _SECTION_LABEL.match(text)
    label, name = (numbered[1], numbered[2]) if numbered else ("", text)
    return _Row(ProvisionKind.HEADING, label=label, depth=depth, heading=name)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _check_pairs(rows: list[_Row], others: list[_Row]) -> None:
    for place, (row, other) in enumerate(zip(rows, others, strict=False), start=1):
        if row.kind != other.kind:
            raise ValidationError(_("The two documents part ways at row %(row)s.") % {"row": place})
    if len(rows) != len(others):
        raise ValidationError(
            _("The Albanian document has %(albanian)s rows, the English one %(english)s.")
            % {"albanian": len(rows), "english": len(others)}
        )


def _pair(row: _Row, other: _Row | None) -> ProvisionRow:
    return ProvisionRow(
        words=ProvisionWords(
            heading_sq=row.heading[:300],
            heading_en=other.heading[:300] if other else "",
            text_sq="".join(row.parts),
            text_en="".join(other.parts) if other else "",
        ),
        kind=row.kind,
        label=row.label[:20],
        depth=row.depth,
    )
