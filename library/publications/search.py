"""What of this room can be found: publications by title, summary and text, and the page of a file that says it."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from library.publications.enums import FileLanguage, MediaType
from library.publications.pages import PublicationPage
from library.publications.records import FilePage, Publication
from library.publications.selectors import address_of, pages_ahead, visible_to, words_of
from portal.languages.enums import Language
from portal.search.searchable import SearchEntry


class Publications:
    """A publication in each language, and each page of its files as a further way to it."""

    kind = "publication"
    label = gettext_lazy("Documents")

    def entries(self, keys: Iterable[int] | None = None) -> Iterator[SearchEntry]:
        for publication in _chosen(keys):
            for language in Language:
                with override(language):
                    yield _told(publication, language)
            yield from _pages(publication)

    def visible(self, user: Any, keys: Iterable[int]) -> set[int]:
        return set(visible_to(user).filter(pk__in=list(keys)).values_list("pk", flat=True))

    def keys_of(self, page: Any) -> Iterable[int]:
        return [page.record_id] if isinstance(page, PublicationPage) else []


def _chosen(keys: Iterable[int] | None) -> QuerySet[Publication]:
    publications = visible_to(None) if keys is None else visible_to(None).filter(pk__in=list(keys))
    return publications.select_related("institution").prefetch_related(pages_ahead(Publication), "files")


def _told(publication: Publication, language: Language) -> SearchEntry:
    """The record in one language. Words of the page count only where they are out in that language."""
    page: Any = words_of(publication)
    is_told = page is not None and page.locale.language_code == language
    words = [page.summary, strip_tags(str(page.body).replace("<", " <"))] if is_told else []
    facts = [publication.get_kind_display(), publication.number, *publication.topic_names]
    return _entry(publication, language, str(publication.title), [*words, *facts], address_of(publication))


def _pages(publication: Publication) -> Iterator[SearchEntry]:
    files = {file.pk: file for file in publication.files.all()}
    for page in FilePage.objects.filter(file__in=files).exclude(text="").iterator(chunk_size=50):
        file = files[page.file_id]
        language = _language_of(file.language, page.text)
        with override(language):
            title, address = str(publication.title), reverse("publications:file", args=[file.pk, file.name])
            where = file.name
            if file.media_type == MediaType.PDF:
                where = _("page %(number)d") % {"number": page.number}
                address = f"{address}#page={page.number}"
        yield _entry(publication, language, title, [page.text], address, where)


def _entry(
    publication: Publication, language: Language, title: str, texts: list[str], url: str, where: str = ""
) -> SearchEntry:
    return SearchEntry(
        key=publication.pk,
        language=language.value,
        title=title,
        text="\n".join(text for text in texts if text),
        url=url,
        where=where,
        date=publication.date,
        institution=publication.institution.code if publication.institution else "",
        is_example=publication.is_example,
    )


def _language_of(file_language: str, text: str) -> Language:
    """The language whose analysis suits a page. In a file of both, Albanian is known by its most frequent letter."""
    if file_language == FileLanguage.ALBANIAN:
        return Language.ALBANIAN
    if file_language == FileLanguage.MULTIPLE and text.count("ë") * 100 > 3 * len(text):
        return Language.ALBANIAN
    return Language.ENGLISH


SEARCHABLES = (Publications(),)
