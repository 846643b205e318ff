from datetime import datetime, time
from typing import Any

from django.contrib.syndication.views import Feed
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Locale

from portal.home.pages import NewsIndexPage, NewsPage
from portal.languages.enums import active_language

NEWS_IN_FEED = 30


class NewsFeed(Feed):
    """The latest news of one language. Examples stay out."""

    def get_object(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Locale:
        return Locale.objects.get(language_code=active_language())

    def title(self) -> str:
        return _("News of the Migration Policy Portal")

    def description(self) -> str:
        return _("What is new in policy, consultation and events.")

    def link(self, locale: Locale) -> str:
        index = NewsIndexPage.objects.live().filter(locale=locale).first()
        return index.url if index else f"/{locale.language_code}/"

    def items(self, locale: Locale) -> list[NewsPage]:
        return list(NewsPage.out(locale).filter(is_example=False)[:NEWS_IN_FEED])

    def item_title(self, item: NewsPage) -> str:
        return item.title

    def item_description(self, item: NewsPage) -> str:
        return item.lede

    def item_link(self, item: NewsPage) -> str:
        return item.url

    def item_pubdate(self, item: NewsPage) -> datetime:
        return timezone.make_aware(datetime.combine(item.day, time(9)))
