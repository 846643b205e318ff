from django.db import transaction
from wagtail.models import Page

from library.reviews.pages import RecommendationIndexPage
from portal.languages.enums import SOURCE_LANGUAGE, Language
from portal.pages.services import PageWords, create_page_pair, publish_page_pair

WORDS = {
    Language.ALBANIAN: PageWords("Gjetje dhe rekomandime", slug="rekomandime"),
    Language.ENGLISH: PageWords("Findings and recommendations", slug="recommendations"),
}


@transaction.atomic
def plant_recommendation_index(home: Page) -> RecommendationIndexPage:
    """The door of the reviews in both languages, published; or the one that stands there already."""
    existing = RecommendationIndexPage.objects.filter(locale__language_code=SOURCE_LANGUAGE).first()
    if existing is not None:
        return existing
    page = create_page_pair(RecommendationIndexPage, parent=home, words=WORDS)
    publish_page_pair(page)
    return RecommendationIndexPage.objects.get(pk=page.pk)
