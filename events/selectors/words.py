from dataclasses import dataclass

from django.conf import settings
from django.urls import get_script_prefix
from wagtail.models import Page

from events.records import Event
from portal.languages.bilingual import Bilingual
from portal.languages.enums import SOURCE_LANGUAGE, Language


@dataclass
class EventWords:
    """What an event is called and where it is read, in both languages; English that is not out is told in Albanian."""

    title_sq: str
    title_en: str
    summary_sq: str
    summary_en: str
    path_sq: str
    path_en: str

    title = Bilingual("title")
    summary = Bilingual("summary")
    path = Bilingual("path")

    @property
    def url(self) -> str:
        return f"{settings.BASE_URL}{self.path}"


def words_of(event: Event) -> EventWords:
    """Read from the event's pages: prefetch `pages__locale` where many are told."""
    at_hand = "pages" in getattr(event, "_prefetched_objects_cache", {})
    told = event.pages.all() if at_hand else event.pages.select_related("locale")
    pages = {page.locale.language_code: page for page in told}
    source, target = pages[SOURCE_LANGUAGE], pages.get(Language.ENGLISH)
    english = target if target is not None and (target.live or not source.live) else None
    return EventWords(
        title_sq=source.title,
        title_en=english.title if english else "",
        summary_sq=source.summary,
        summary_en=english.summary if english else "",
        path_sq=_path(source),
        path_en=_path(english) if english else "",
    )


def _path(page: Page) -> str:
    """The front pages are named by their language, so that a page's place in the tree is its address."""
    return f"{get_script_prefix().rstrip('/')}{page.url_path}"


def source_page(event: Event) -> Page:
    """The Albanian page of the event, as its last revision is published from it."""
    return event.pages.get(locale__language_code=SOURCE_LANGUAGE)


JOINERS = "\u200c\u200d"
"""Invisible, but part of words in several scripts."""


def one_line(text: str) -> str:
    """Without line breaks, control characters and direction marks: whatever was typed stays one value in one line."""
    return " ".join("".join(sign if sign.isprintable() or sign in JOINERS else " " for sign in text).split())
