from django.db import transaction
from wagtail.models import Page

from library.strategy.pages import StrategyIndexPage
from portal.languages.enums import SOURCE_LANGUAGE, Language
from portal.pages.services import PageWords, create_page_pair, publish_page_pair

WORDS = {
    Language.ALBANIAN: PageWords("Strategjia", slug="strategjia"),
    Language.ENGLISH: PageWords("Strategy", slug="strategy"),
}


@transaction.atomic
def plant_strategy_index(home: Page) -> StrategyIndexPage:
    """The door of the strategy room in both languages, published; or the one that stands there already."""
    existing = StrategyIndexPage.objects.filter(locale__language_code=SOURCE_LANGUAGE).first()
    if existing is not None:
        return existing
    page = create_page_pair(StrategyIndexPage, parent=home, words=WORDS)
    publish_page_pair(page)
    return StrategyIndexPage.objects.get(pk=page.pk)
