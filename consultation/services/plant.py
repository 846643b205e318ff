from django.db import transaction
from django.utils.translation import override
from wagtail.models import Page

from consultation.pages import ConsultationIndexPage
from portal.languages import address
from portal.languages.enums import Language
from portal.pages.services import PageWords, create_page_pair, publish_page_pair

TITLES = {Language.ALBANIAN: "Konsultime", Language.ENGLISH: "Consultations"}


@transaction.atomic
def plant_consultation_index(home: Page) -> ConsultationIndexPage:
    """Make and publish the list of consultations in both languages, or find it; return the Albanian one.

    Its address words are those of the room's own addresses, so that records stand below the list.
    """
    existing: ConsultationIndexPage | None = ConsultationIndexPage.objects.child_of(home).first()
    if existing is not None:
        return existing
    words = {}
    for language, title in TITLES.items():
        with override(language):
            words[language] = PageWords(title=title, slug=str(address.CONSULTATIONS))
    page = create_page_pair(ConsultationIndexPage, parent=home, words=words)
    publish_page_pair(page)
    page.refresh_from_db()
    return page
