from django.db import transaction
from django.utils.translation import override
from wagtail.models import Page

from events.pages import EventIndexPage
from portal.languages.address import EVENTS
from portal.languages.enums import SOURCE_LANGUAGE, Language
from portal.pages.services import PageWords, create_page_pair, publish_page_pair

TITLES = {Language.ALBANIAN: "Ngjarje", Language.ENGLISH: "Events"}
INTRODUCTIONS = {
    Language.ALBANIAN: "Tryeza pune dhe konferenca ku institucionet, shoqëria civile, biznesi, bota akademike dhe "
    "partnerët ndërkombëtarë flasin për politikën e migracionit.",
    Language.ENGLISH: "Workshops and conferences where institutions, civil society, business, academia and international "
    "partners talk about migration policy.",
}


@transaction.atomic
def plant_event_index(home: Page) -> EventIndexPage:
    """Make the list of events below both front pages, or find it; return the Albanian one."""
    existing = EventIndexPage.objects.filter(locale__language_code=SOURCE_LANGUAGE).first()
    if existing is not None:
        return existing
    index = create_page_pair(
        EventIndexPage,
        parent=home,
        words={
            language: PageWords(
                title=TITLES[language], slug=_address_word(language), fields={"intro": INTRODUCTIONS[language]}
            )
            for language in Language
        },
    )
    publish_page_pair(index)
    return EventIndexPage.objects.get(pk=index.pk)


def _address_word(language: Language) -> str:
    with override(language):
        return str(EVENTS)
