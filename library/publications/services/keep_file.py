"""Putting a file to a publication and taking it away."""

from functools import partial
from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction

from library.publications.errors import FileAlreadyThere, NotAnEditor
from library.publications.policies import may_edit_library
from library.publications.records import Publication, PublicationFile
from library.publications.services.inspect_upload import InspectedFile, Readable, inspect_upload
from portal.delivery.generation import raise_generation
from portal.search.services import queue_reindex


def attach_file(
    *, publication: Publication, upload: Readable, name: str, language: str, user: Any = None
) -> PublicationFile:
    """Keep an editor's PDF or DOCX. Its text and the picture of its first page are made afterwards by the worker.

    The same bytes a second time are refused for one publication; another may well have them too.
    """
    if not may_edit_library(user):
        raise NotAnEditor
    return store_file(publication=publication, inspected=inspect_upload(upload, name), language=language)


def store_file(*, publication: Publication, inspected: InspectedFile, language: str, **facts: Any) -> PublicationFile:
    """Write the bytes, then the row. If the row is refused, the bytes go again."""
    file = PublicationFile(
        publication=publication,
        language=language,
        name=inspected.name,
        media_type=inspected.media_type,
        size=len(inspected.content),
        sha256=inspected.sha256,
        page_count=inspected.page_count,
        **facts,
    )
    file.file.save(inspected.name, ContentFile(inspected.content), save=False)
    try:
        _record(file)
    except BaseException:
        file.file.storage.delete(file.file.name)
        raise
    return file


@transaction.atomic
def _record(file: PublicationFile) -> None:
    Publication.objects.select_for_update(of=("self",)).get(pk=file.publication_id)
    if PublicationFile.objects.filter(publication=file.publication_id, sha256=file.sha256).exists():
        raise FileAlreadyThere
    file.full_clean()
    file.save()
    _tell(file)


@transaction.atomic
def change_file(*, file: PublicationFile, name: str, language: str, user: Any = None) -> None:
    """Correct a file's name and language. Its bytes never change: another file is another row."""
    if not may_edit_library(user):
        raise NotAnEditor
    file.name, file.language = name, language
    file.full_clean()
    file.save(update_fields=["name", "language"])
    _tell(file)


@transaction.atomic
def remove_file(*, file: PublicationFile, user: Any = None) -> None:
    """Take the row away now and the bytes once that is certain."""
    if not may_edit_library(user):
        raise NotAnEditor
    storage, names = file.file.storage, file.stored_names
    file.delete()
    for name in names:
        transaction.on_commit(partial(storage.delete, name))
    _tell(file)


def _tell(file: PublicationFile) -> None:
    queue_reindex("publication", file.publication_id)
    raise_generation()
