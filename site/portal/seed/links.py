"""Finding the page that an internal link of the content files means."""

from collections.abc import Callable, Mapping

from wagtail.models import Page

from consultation.models import ConsultationIndexPage, ConsultationPage
from events.models import EventIndexPage, EventPage
from library.publications.models import LibraryIndexPage, PublicationPage
from library.reviews.models import RecommendationIndexPage
from library.strategy.models import StrategyIndexPage
from portal.home.pages import ContactPage, GlossaryPage, NewsIndexPage
from portal.languages.enums import Language
from portal.pages.models import StandardPage


class BrokenLink(Exception):
    """A content file links to a page that is not there."""

    def __init__(self, kind: str, key: str) -> None:
        super().__init__(f"link {kind}:{key} leads nowhere")


def page_id(kind: str, key: str) -> int:
    """The id of the Albanian page that `kind:key` names. Raises `BrokenLink` if there is none."""
    page = FINDERS[kind](key)
    if page is None:
        raise BrokenLink(kind, key)
    return int(page.pk)


def _standing_page(key: str) -> Page | None:
    if key == "contact":
        return _first(ContactPage)
    return StandardPage.objects.filter(code=key, locale__language_code=Language.ALBANIAN).first()


def _index(key: str) -> Page | None:
    page_class = INDEXES.get(key)
    return _first(page_class) if page_class else None


def _first(page_class: type[Page]) -> Page | None:
    return page_class.objects.filter(locale__language_code=Language.ALBANIAN).first()


def _told(page_class: type[Page], by: str) -> Callable[[str], Page | None]:
    """Finds the page that tells the record of this code."""
    return lambda key: page_class.objects.filter(**{by: key}, locale__language_code=Language.ALBANIAN).first()


INDEXES: dict[str, type[Page]] = {
    "library": LibraryIndexPage,
    "strategy": StrategyIndexPage,
    "recommendations": RecommendationIndexPage,
    "consultations": ConsultationIndexPage,
    "events": EventIndexPage,
    "news": NewsIndexPage,
    "glossary": GlossaryPage,
}
FINDERS: Mapping[str, Callable[[str], Page | None]] = {
    "page": _standing_page,
    "index": _index,
    "publication": _told(PublicationPage, "record__code"),
    "consultation": _told(ConsultationPage, "consultation__code"),
    "event": _told(EventPage, "event__code"),
}
