from collections.abc import Callable

import pytest
from wagtail.models import Page

from portal.home.pages import HomePage
from portal.languages.enums import Language
from portal.pages.pages import StandardPage
from portal.pages.services import PageWords, create_page_pair, publish_page_pair

PARAGRAPH_SQ = [{"type": "heading", "value": "Si lexohen komentet", "id": "1c3c1e0a-4f0f-4d9c-8f3b-0d5d3b9f1a01"}]
PARAGRAPH_EN = [{"type": "heading", "value": "How comments are read"}]


@pytest.fixture
def page(home: HomePage) -> StandardPage:
    """A page that is out in both languages."""
    words = {
        Language.ALBANIAN: PageWords("Rregullat", fields={"body": PARAGRAPH_SQ}),
        Language.ENGLISH: PageWords("Rules", fields={"body": PARAGRAPH_EN}),
    }
    page = create_page_pair(StandardPage, parent=home, words=words)
    publish_page_pair(page)
    return StandardPage.objects.get(pk=page.pk)


@pytest.fixture
def untranslated(home: HomePage) -> StandardPage:
    """A page that an editor wrote and published in Albanian alone."""
    page = StandardPage(title="Seminari", slug="seminari", live=False)
    home.add_child(instance=page)
    page.save_revision().publish()
    return StandardPage.objects.get(pk=page.pk)


@pytest.fixture
def english() -> Callable[[Page], StandardPage]:
    def english_of(page: Page) -> StandardPage:
        return StandardPage.objects.get(translation_key=page.translation_key, locale__language_code="en")

    return english_of


@pytest.fixture
def rewrite(django_capture_on_commit_callbacks: Callable) -> Callable[..., None]:
    """Change a page as an editor does: a new revision, published."""

    def change(page: Page, **fields: object) -> None:
        page = page.specific_class.objects.get(pk=page.pk)
        for name, value in fields.items():
            setattr(page, name, value)
        with django_capture_on_commit_callbacks(execute=True):
            page.save_revision().publish()

    return change
