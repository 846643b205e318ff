"""Position papers: what they really are, where they lie, and how they go."""

import hashlib
import io
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.core.files.base import ContentFile
from django.db import transaction

from consultation.errors import PaperNotTaken, PaperTooLarge
from consultation.records import ConsultationComment, Contribution, ContributionFile
from library.publications.services.inspect_upload import Readable, inspect_upload, safe_name

MOST_PAPERS = 3
LARGEST_PAPER = 10 * 1024 * 1024
_ODT = "application/vnd.oasis.opendocument.text"
_LARGEST_UNPACKED = 100 * 1024 * 1024


@dataclass(frozen=True)
class Paper:
    """A file that was looked into and is what its name says."""

    content: bytes
    name: str
    media_type: str
    sha256: str


def inspect_paper(upload: Readable, name: str) -> Paper:
    """Tell what an upload is: PDF, DOCX or ODT of 10 MB at most. Asked before any transaction begins."""
    content = upload.read(LARGEST_PAPER + 1)
    if len(content) > LARGEST_PAPER:
        raise PaperTooLarge
    if name.lower().endswith(".odt"):
        _check_odt(content)
        return Paper(content, safe_name(name), _ODT, hashlib.sha256(content).hexdigest())
    inspected = inspect_upload(io.BytesIO(content), name)
    return Paper(inspected.content, inspected.name, inspected.media_type, inspected.sha256)


def _check_odt(content: bytes) -> None:
    """An ODT is a ZIP that says so in its first entry, with a text in it, no Basic, and nothing that unpacks to a flood."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
            names = {entry.filename for entry in entries}
            says = archive.read("mimetype")[:100] if "mimetype" in names else b""
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, RuntimeError) as failure:
        raise PaperNotTaken from failure
    if says.strip() != _ODT.encode() or "content.xml" not in names:
        raise PaperNotTaken
    if any(each.startswith(("Basic/", "Scripts/")) and not each.endswith("/") for each in names):
        raise PaperNotTaken
    if sum(entry.file_size for entry in entries) > _LARGEST_UNPACKED:
        raise PaperTooLarge


def store_papers(*, contribution: Contribution, papers: Iterable[Paper], at: datetime) -> None:
    """Lay the files beside the contribution, in the transaction that makes it."""
    for paper in papers:
        kept = ContributionFile(
            contribution=contribution,
            name=paper.name,
            media_type=paper.media_type,
            size=len(paper.content),
            sha256=paper.sha256,
            added_at=at,
        )
        kept.file.save(paper.name, ContentFile(paper.content), save=False)
        kept.full_clean()
        kept.save()


def forget_papers(contribution: Contribution) -> None:
    """Delete the files of a contribution. What was clipped from them keeps its words and loses its source."""
    ConsultationComment.objects.filter(paper__contribution=contribution).update(paper=None, paper_page=None)
    forget_files(contribution.files.all())


def forget_files(files: Iterable[ContributionFile]) -> None:
    """Delete files, their bytes once the deletion is certain."""
    for kept in files:
        storage, name = kept.file.storage, kept.file.name or ""
        transaction.on_commit(lambda storage=storage, name=name: storage.delete(name))  # type: ignore[misc]
        kept.delete()
