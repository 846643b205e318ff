"""From a Word document to provisions: headings become sections, numbered paragraphs become provisions."""

import re
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import IO, Any
from xml.parsers.expat import ExpatError

import mammoth
from bs4 import BeautifulSoup, Tag
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from consultation.enums import ProvisionKind
from consultation.errors import DraftNotReadable
from consultation.records import DraftVersion, Provision
from consultation.records.drafts import source_hash
from consultation.services.draft import (
    ProvisionRow,
    ProvisionWords,
    add_provisions,
    clean_text,
    editable,
    tell_of_draft,
)
from library.strategy.models import Measure
from portal.accounts.services import record_audit

LARGEST_FILE = 10 * 1024 * 1024
LARGEST_UNPACKED = 60 * 1024 * 1024
MOST_ROWS = 2_000

_ARTICLE = re.compile(
    r"^(?:Neni|Article|Dispozita|Provision)\s+(\d+(?:/[\w\d]+)?)\s*[.:–-]?\s*(.*)$", re.IGNORECASE | re.DOTALL
)
_MEASURE = re.compile(
    r"^(?:Masa|Measure)\s+([A-Z]?\d*(?:\.\d+)+|[A-Z]\d*)\s*[.:–-]?\s*(.*)$", re.IGNORECASE | re.DOTALL
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
    is_measure: bool = False
    parts: list[str] = field(default_factory=list)


def import_draft(
    *, version: DraftVersion, albanian: IO[bytes], english: IO[bytes] | None = None, by: Any
) -> list[Provision]:
    """Append the provisions of a Word document to a draft; the English document is paired with it row by row.

    Raises a `ValidationError` that names the first row at which the two documents part ways. A row that calls itself a
    measure is linked to the measure of that code, where there is exactly one.
    """
    rows = read_document(albanian)
    others = read_document(english) if english is not None else []
    if english is not None:
        _check_pairs(rows, others)
    measures = _measures({row.label for row in rows if row.is_measure})
    return add_provisions(
        version=version,
        rows=[
            _pair(row, others[place] if others else None, measures.get(row.label) if row.is_measure else None)
            for place, row in enumerate(rows)
        ],
        by=by,
    )


def _measures(codes: set[str]) -> dict[str, Measure]:
    found: dict[str, list[Measure]] = defaultdict(list)
    for measure in Measure.objects.filter(code__in=codes):
        found[measure.code].append(measure)
    return {code: measures[0] for code, measures in found.items() if len(measures) == 1}


@transaction.atomic
def import_english(*, version: DraftVersion, english: IO[bytes], by: Any) -> int:
    """Lay an English document beside an Albanian draft that stands already; return how many rows found no counterpart.

    Where both have the same rows, they are paired one by one. Else they are paired by their numbers, and whatever finds no
    counterpart is added to the row before it, so that no word is lost and an editor can put it right.
    """
    others = read_document(english)
    version = editable(version, by)
    rows = list(version.provisions.order_by("position"))
    keys, other_keys = [(row.kind, row.label) for row in rows], [(str(row.kind), row.label) for row in others]
    fits = keys == other_keys or [key[0] for key in keys] == [key[0] for key in other_keys]
    pairs = dict(zip(range(len(others)), range(len(rows)), strict=True)) if fits else _by_number(keys, other_keys)
    if not rows or not pairs:
        raise ValidationError(_("The rows of this document find no counterpart in the Albanian draft."))
    for row in rows:
        row.heading_en, row.text_en, row.source_hash = "", "", ""
    last = rows[min(pairs.values())]
    for place, other in enumerate(others):
        paired = place in pairs
        last = rows[pairs[place]] if paired else last
        if paired:
            last.heading_en = other.heading[:300]
        extra = "" if paired else "".join(f"<p>{_escaped(each)}</p>" for each in (other.label, other.heading) if each)
        last.text_en = clean_text(f"{last.text_en}{extra}{''.join(other.parts)}")
        if fits:
            last.source_hash = source_hash(last.heading_sq, last.text_sq)
    Provision.objects.bulk_update(rows, ["heading_en", "text_en", "source_hash"])
    record_audit(actor=by, deed="consultation.import_english", about=version.consultation, detail={"rows": len(others)})
    tell_of_draft(version, rows)
    return len(others) - len(pairs)


def _by_number(keys: list[tuple[str, str]], others: list[tuple[str, str]]) -> dict[int, int]:
    """Rows of one kind and number, in order; between two such pairs, the same number of rows one by one."""
    pairs: dict[int, int] = {}
    matcher = SequenceMatcher(None, keys, others, autojunk=False)
    for deed, i, i_end, j, j_end in matcher.get_opcodes():
        if deed == "equal" or (deed == "replace" and [k[0] for k in keys[i:i_end]] == [k[0] for k in others[j:j_end]]):
            pairs |= dict(zip(range(j, j_end), range(i, i_end), strict=True))
    return pairs


def notes_on(file: IO[bytes]) -> list[str]:
    """What an editor should know of a document that was read: what of it was not taken as it looks in Word."""
    file.seek(0)
    with zipfile.ZipFile(file) as archive:
        names = {name.lower() for name in archive.namelist()}
        body = archive.read("word/document.xml")
    notes = []
    if b"<w:ins " in body or b"<w:del " in body:
        notes.append(_("The document has tracked changes: what was inserted is read, what was deleted is not."))
    if any(name.endswith("vbaproject.bin") for name in names):
        notes.append(_("The document has macros. They were not read."))
    if "word/comments.xml" in names:
        notes.append(_("Remarks in the margin were not read."))
    if "word/footnotes.xml" in names and b"<w:footnoteReference" in body:
        notes.append(_("Footnotes stand at the end, after the last provision."))
    if b"<w:drawing" in body or b"<w:pict" in body:
        notes.append(_("Pictures were not read."))
    return notes


def read_document(file: IO[bytes]) -> list[_Row]:
    """The rows of one document. Macros, comments and pictures are not read; tracked insertions count as text."""
    _check_archive(file)
    try:
        html = mammoth.convert_to_html(file, convert_image=mammoth.images.img_element(lambda image: {})).value
        rows = list(_rows(BeautifulSoup(html, "html.parser")))
    except RecursionError as refusal:
        raise ValidationError(_("Tables or lists of this document are nested too deeply to be read.")) from refusal
    except (KeyError, ValueError, OSError, zipfile.BadZipFile, SyntaxError, ExpatError, NotImplementedError) as refusal:
        raise DraftNotReadable from refusal
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
            locked = any(member.flag_bits & 1 for member in archive.infolist())
    except (zipfile.BadZipFile, NotImplementedError, OSError) as refusal:
        raise DraftNotReadable from refusal
    if "word/document.xml" not in names or locked:
        raise DraftNotReadable
    if unpacked > LARGEST_UNPACKED:
        raise ValidationError(_("The document is too large when it is unpacked."))
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
    elif block.name == "p" and (numbered := _MEASURE.match(text)):
        yield _Row(ProvisionKind.PROVISION, label=numbered[1], heading=numbered[2], is_measure=True)
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
    if measure := _MEASURE.match(text):
        return _Row(ProvisionKind.PROVISION, label=measure[1], heading=measure[2], is_measure=True)
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


def _pair(row: _Row, other: _Row | None, measure: Measure | None = None) -> ProvisionRow:
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
        measures=[measure] if measure is not None else [],
    )
