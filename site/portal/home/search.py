"""What the hall lets be found: standing pages and news."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from portal.home.pages import ContactPage, NewsPage
from portal.languages.enums import Language
from portal.pages.models import StandardPage
from portal.search.searchable import SearchEntry


class PagesToFind:
    """Pages of one class. The key is the Albanian page's id: both languages are one thing."""

    def __init__(self, kind: str, label: Any, page_class: type[Any]) -> None:
        self.kind = kind
        self.label = label
        self.page_class = page_class

    def entries(self, keys: Iterable[int] | None = None) -> Iterator[SearchEntry]:
        sources = self.page_class.objects.live().public().filter(locale__language_code=Language.ALBANIAN)
        if keys is not None:
            sources = sources.filter(pk__in=list(keys))
        for source in sources:
            versions = self.page_class.objects.live().public().filter(translation_key=source.translation_key)
            for page in versions.select_related("locale"):
                yield SearchEntry(
                    key=source.pk,
                    language=page.locale.language_code,
                    title=page.title,
                    text=" ".join([getattr(page, "lede", ""), *page_text(page)]).strip(),
                    url=page.url or "",
                    date=getattr(page, "day", None),
                    is_example=page.shows_as_example,
                )

    def visible(self, user: Any, keys: Iterable[int]) -> set[int]:
        return set(self.page_class.objects.live().public().filter(pk__in=list(keys)).values_list("pk", flat=True))

    def keys_of(self, page: Any) -> Iterable[int]:
        if not isinstance(page, self.page_class):
            return []
        source = Page.objects.filter(translation_key=page.translation_key, locale__language_code=Language.ALBANIAN)
        return [source.values_list("pk", flat=True).first() or page.pk]


def page_text(page: Any) -> list[str]:
    """The words of a page's blocks, without markup."""
    return [strip_tags(str(block.render())).strip() for block in page.body]


SEARCHABLES = (
    PagesToFind("page", _("Pages"), StandardPage),
    PagesToFind("contact", _("Contact"), ContactPage),
    PagesToFind("news", _("News"), NewsPage),
)
