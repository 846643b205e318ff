from django.db import transaction
from wagtail.models import Page

from library.publications.pages import LibraryIndexPage
from portal.languages.enums import SOURCE_LANGUAGE, Language
from portal.pages.services import PageWords, create_page_pair, publish_page_pair

WORDS = {
    Language.ALBANIAN: PageWords("Biblioteka e politikave", slug="biblioteka"),
    Language.ENGLISH: PageWords("Policy library", slug="library"),
}


@transaction.atomic
def plant_library_index(home: Page) -> LibraryIndexPage:
    """The door of the library in both languages, published; or the one that stands there already."""
    existing = LibraryIndexPage.objects.filter(locale__language_code=SOURCE_LANGUAGE).first()
    if existing is not None:
        return existing
    page = create_page_pair(LibraryIndexPage, parent=home, words=WORDS)
    publish_page_pair(page)
    return LibraryIndexPage.objects.get(pk=page.pk)
