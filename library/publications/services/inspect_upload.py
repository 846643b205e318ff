"""What an uploaded file really is. Asked before any transaction begins: hashing and opening a PDF take their time."""

import hashlib
import io
import re
import zipfile
from dataclasses import dataclass
from pathlib import PurePosixPath
from threading import Lock
from typing import Protocol

import pypdfium2
from pypdfium2.raw import FPDF_ERR_PASSWORD

from library.publications import errors
from library.publications.enums import MediaType

MOST_BYTES = 40 * 1024 * 1024
MOST_PAGES = 3_000
MOST_UNPACKED = 200 * 1024 * 1024
NAME_LENGTH = 120
ENDINGS = {".pdf": MediaType.PDF, ".docx": MediaType.DOCX}

PDFIUM = Lock()
"""pdfium serves one thread at a time."""


class Readable(Protocol):
    def read(self, size: int = ..., /) -> bytes: ...


@dataclass(frozen=True)
class InspectedFile:
    content: bytes
    name: str
    media_type: MediaType
    sha256: str
    page_count: int | None


def inspect_upload(upload: Readable, name: str) -> InspectedFile:
    """Read an upload and tell what it is; refuse one that is not what its name says, whatever the browser claimed."""
    media_type = ENDINGS.get(PurePosixPath(name.replace("\\", "/")).suffix.lower())
    if media_type is None:
        raise errors.FileNotTaken
    content = upload.read(MOST_BYTES + 1)
    if not content:
        raise errors.FileEmpty
    if len(content) > MOST_BYTES:
        raise errors.FileTooLarge
    pages = None
    if media_type is MediaType.PDF:
        pages = _pages_of_pdf(content)
    else:
        _check_docx(content)
    return InspectedFile(content, safe_name(name), media_type, hashlib.sha256(content).hexdigest(), pages)


def safe_name(name: str) -> str:
    """The file's own name without folders, controls or marks that turn the direction of writing."""
    path = PurePosixPath(name.replace("\\", "/"))
    stem = re.sub(r"[^-\w.]", "", "_".join(path.stem.split()))
    stem = re.sub(r"\.+", ".", stem).strip("._")
    return f"{stem[:NAME_LENGTH] or 'file'}{path.suffix.lower()}"


def _pages_of_pdf(content: bytes) -> int:
    if not content.lstrip()[:5] == b"%PDF-":
        raise errors.FileNotWhatItSays
    with PDFIUM:
        try:
            document = pypdfium2.PdfDocument(content)
        except pypdfium2.PdfiumError as failure:
            locked = getattr(failure, "err_code", None) == FPDF_ERR_PASSWORD
            raise errors.FileLocked if locked else errors.FileNotWhatItSays from failure
        try:
            pages = len(document)
        finally:
            document.close()
    if pages == 0:
        raise errors.FileNotWhatItSays
    if pages > MOST_PAGES:
        raise errors.FileTooLong
    return pages


def _check_docx(content: bytes) -> None:
    """A DOCX is a ZIP with a Word document in it, no macros, and nothing that unpacks to a flood."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as failure:
        raise errors.FileNotWhatItSays from failure
    names = {entry.filename for entry in entries}
    if not {"[Content_Types].xml", "word/document.xml"} <= names:
        raise errors.FileNotWhatItSays
    if any(entry.flag_bits & 1 for entry in entries):
        raise errors.FileLocked
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise errors.FileWithMacros
    if sum(entry.file_size for entry in entries) > MOST_UNPACKED:
        raise errors.FileTooLarge
