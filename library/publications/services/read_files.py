"""Reading text and first page out of files, one file a turn, outside any transaction."""

import io
import logging
import re
import time
from collections.abc import Iterable, Iterator
from datetime import timedelta
from itertools import islice

import mammoth
import pypdfium2
from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import F, Q

from library.publications.enums import MediaType, TextState
from library.publications.records import FilePage, PublicationFile
from library.publications.services.inspect_upload import PDFIUM
from portal.delivery.generation import raise_generation
from portal.search.services import queue_reindex
from portal.work.clock import database_now

MOST_ATTEMPTS = 3
CLAIM = timedelta(minutes=10)
PAGES_AT_ONCE = 50
MOST_CHARACTERS_A_PAGE = 100_000
MOST_CHARACTERS = 40_000_000
PREVIEW_WIDTH = 240

_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")

log = logging.getLogger(__name__)


def read_waiting_file() -> int:
    """Read one file that waits; return how many were read, so 0 when none waits.

    A file is claimed for ten minutes and the attempt is counted before it is opened: a PDF that brings the process down
    is tried three times and then left as failed. Killed at any point, the file still waits and is read from the start.
    """
    file = _claim()
    if file is None:
        return 0
    try:
        if file.media_type == MediaType.PDF and not file.preview:
            _keep_preview(file)
        _keep_text(file)
    except Exception:
        log.exception("File %s of publication %s could not be read.", file.pk, file.publication_id)
        if file.text_attempts >= MOST_ATTEMPTS:
            _finish(file, TextState.FAILED)
        else:
            PublicationFile.objects.filter(pk=file.pk).update(text_claimed_until=None)
    return 1


@transaction.atomic
def _claim() -> PublicationFile | None:
    now = database_now()
    waiting = PublicationFile.objects.filter(
        Q(text_claimed_until=None) | Q(text_claimed_until__lt=now), text_state=TextState.WAITING
    )
    waiting.filter(text_attempts__gte=MOST_ATTEMPTS).update(text_state=TextState.FAILED)
    file = waiting.order_by("text_attempts", "pk").first()
    if file is None:
        return None
    claimed = waiting.filter(pk=file.pk, text_attempts=file.text_attempts).update(
        text_attempts=F("text_attempts") + 1, text_claimed_until=now + CLAIM
    )
    file.refresh_from_db()
    return file if claimed else None


def _keep_preview(file: PublicationFile) -> None:
    with file.file.open("rb") as stored:
        picture = first_page(stored.read())
    file.preview.save("1.png", ContentFile(picture), save=False)
    PublicationFile.objects.filter(pk=file.pk).update(preview=file.preview.name)
    raise_generation()


def _keep_text(file: PublicationFile) -> None:
    """Write the pages fifty at a time and rest as long as each took, so that visitors never wait for the worker."""
    with file.file.open("rb") as stored:
        content = stored.read()
    pages = pages_of_pdf(content) if file.media_type == MediaType.PDF else [text_of_docx(content)]
    FilePage.objects.filter(file=file).delete()
    found_text = False
    for rows in _batches(pages, file):
        found_text = found_text or any(row.text for row in rows)
        began = time.monotonic()
        FilePage.objects.bulk_create(rows)
        time.sleep(min(time.monotonic() - began, 1))
    _finish(file, TextState.DONE if found_text else TextState.NO_TEXT)


def _batches(pages: Iterable[str], file: PublicationFile) -> Iterator[list[FilePage]]:
    rows = (FilePage(file=file, number=number, text=text) for number, text in enumerate(pages, start=1))
    while batch := list(islice(rows, PAGES_AT_ONCE)):
        yield batch


@transaction.atomic
def _finish(file: PublicationFile, state: TextState) -> None:
    PublicationFile.objects.filter(pk=file.pk).update(text_state=state, text_claimed_until=None)
    queue_reindex("publication", file.publication_id)
    raise_generation()


def pages_of_pdf(content: bytes) -> list[str]:
    pages, room = [], MOST_CHARACTERS
    with PDFIUM:
        document = pypdfium2.PdfDocument(content)
        try:
            for number in range(len(document)):
                page = document[number]
                text_page = page.get_textpage()
                pages.append(cleaned(text_page.get_text_bounded())[:room])
                room -= len(pages[-1])
                text_page.close()
                page.close()
        finally:
            document.close()
    return pages


def text_of_docx(content: bytes) -> str:
    """A DOCX has no pages of its own: all its text is page 1."""
    return cleaned(mammoth.extract_raw_text(io.BytesIO(content)).value)


def cleaned(text: str) -> str:
    """Without the characters that databases refuse, on single spaces, words that a line end broke joined again."""
    text = _CONTROLS.sub(" ", text.replace("\ufffe\r\n", "").replace("\r\n", "\n").replace("\r", "\n"))
    text = re.sub(r"(\w)[\u00ad]\n?(\w)", r"\1\2", text)
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)[:MOST_CHARACTERS_A_PAGE]


def first_page(content: bytes) -> bytes:
    """The first page as a small PNG of few colours."""
    with PDFIUM:
        document = pypdfium2.PdfDocument(content)
        try:
            page = document[0]
            picture = page.render(scale=PREVIEW_WIDTH / page.get_width()).to_pil()
        finally:
            document.close()
    stored = io.BytesIO()
    picture.convert("RGB").quantize(32).save(stored, "PNG", optimize=True)
    return stored.getvalue()
