"""Making a publication, changing it, putting it before the public and taking it away."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import partial
from typing import Any

from django.db import models, transaction

from library.publications.errors import NotAnEditor, StillPointedAt
from library.publications.pages import LibraryIndexPage, PublicationPage
from library.publications.policies import may_edit_library
from library.publications.records import Publication, PublicationDate
from library.publications.services.record_pages import (
    delete_pages,
    make_pages,
    page_words,
    publish_pages,
    rename_pages,
    unpublish_pages,
)
from portal.delivery.generation import raise_generation
from portal.languages.enums import SOURCE_LANGUAGE, Language
from portal.search.services import queue_reindex

KIND = "publication"
RESERVED_SLUGS = {"files", "skedare", "feed", "cite", "citim"}

Words = Mapping[Language, Mapping[str, Any]]
Dates = Iterable[tuple[str, date, str]]


@transaction.atomic
def keep_publication(
    *,
    code: str,
    facts: Mapping[str, Any],
    words: Words | None = None,
    slugs: Mapping[Language, str] | None = None,
    dates: Dates = (),
    user: Any = None,
) -> Publication:
    """Make a publication with both its draft pages from one set of words, or find the one that has this code already.

    `facts` are the record's own fields, titles among them (`title_sq`, `title_en`, their wording); `words` are the
    pages' (`summary`, `body`); `dates` are (event, day, precision). What an editor changed since stays as it is.
    """
    if not may_edit_library(user):
        raise NotAnEditor
    existing = Publication.objects.filter(code=code).first()
    if existing is not None:
        return existing
    publication = Publication(code=code, **facts)
    publication.full_clean()
    publication.save()
    _write_dates(publication, dates)
    parent = LibraryIndexPage.objects.get(locale__language_code=SOURCE_LANGUAGE)
    page_pair = page_words(_titles(publication), words or {}, slugs or {}, RESERVED_SLUGS)
    make_pages(PublicationPage, parent, publication, page_pair, user)
    return publication


@transaction.atomic
def change_publication(
    *,
    publication: Publication,
    facts: Mapping[str, Any],
    words: Words | None = None,
    dates: Dates | None = None,
    user: Any = None,
) -> Publication:
    """Write new facts, and with them the pages' titles. Words that are given go out at once if the pages are live."""
    if not may_edit_library(user):
        raise NotAnEditor
    publication = Publication.objects.select_for_update(of=("self",)).get(pk=publication.pk)
    for name, value in facts.items():
        setattr(publication, name, value)
    publication.full_clean()
    publication.save()
    if dates is not None:
        publication.events.all().delete()
        _write_dates(publication, dates)
    rename_pages(publication, _titles(publication), words or {}, user)
    _tell(publication)
    return publication


@transaction.atomic
def publish_publication(*, publication: Publication, user: Any = None) -> None:
    if not may_edit_library(user):
        raise NotAnEditor
    publish_pages(publication, user)
    _tell(publication)


@transaction.atomic
def unpublish_publication(*, publication: Publication, user: Any = None) -> None:
    if not may_edit_library(user):
        raise NotAnEditor
    unpublish_pages(publication, user)
    _tell(publication)


@transaction.atomic
def remove_publication(*, publication: Publication, user: Any = None) -> None:
    """Take a publication away with its pages, files and relations. Its bytes leave the disk once that is certain."""
    if not may_edit_library(user):
        raise NotAnEditor
    places = [(file.file.storage, name) for file in publication.files.all() for name in file.stored_names]
    neighbours = set(publication.relations_from.values_list("object_id", flat=True))
    neighbours |= set(publication.relations_to.values_list("subject_id", flat=True))
    key = publication.pk
    delete_pages(publication)
    try:
        publication.delete()
    except models.ProtectedError as refusal:
        raise StillPointedAt from refusal
    for storage, name in places:
        transaction.on_commit(partial(storage.delete, name))
    queue_reindex(KIND, key, *neighbours)
    raise_generation()


def _titles(publication: Publication) -> dict[Language, str]:
    return {language: publication.title_in(language) for language in Language}


def _write_dates(publication: Publication, dates: Dates) -> None:
    for event, day, precision in dates:
        row = PublicationDate(publication=publication, event=event, date=day, precision=precision)
        row.full_clean()
        row.save()


def _tell(publication: Publication) -> None:
    queue_reindex(KIND, publication.pk)
    raise_generation()
