from typing import Any

from django.core.paginator import Paginator
from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Locale
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField, TranslatableField

from portal.delivery.expiry import expire_at
from portal.delivery.memo import until_next_generation
from portal.home.front import front_page
from portal.home.selectors import glossary
from portal.languages.enums import active_language
from portal.pages.base import BasePage, FixedPage, IndexPage
from portal.pages.blocks import BodyBlock, StepsBlock

NEWS_PER_PAGE = 12
NEWS_ON_FRONT = 3


class HomePage(FixedPage):
    """The front page answers three questions at once: what is open for comment, what happens next, what is in the library."""

    is_creatable = False  # not inherited: Wagtail asks each class

    lede = models.CharField(_("first line"), max_length=160, blank=True)
    strategy_text = models.TextField(_("the strategy at a glance"), blank=True)
    strategy_facts = StreamField([("facts", StepsBlock())], verbose_name=_("facts about the strategy"), blank=True)
    ways = StreamField([("steps", StepsBlock())], verbose_name=_("how to take part"), blank=True)

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("lede"),
        FieldPanel("strategy_text"),
        FieldPanel("strategy_facts"),
        FieldPanel("ways"),
    ]
    translatable_fields = [
        *BasePage.translatable_fields,
        TranslatableField("lede"),
        TranslatableField("strategy_text"),
        TranslatableField("strategy_facts"),
        TranslatableField("ways"),
    ]
    template = "home/home_page.html"

    class Meta:
        verbose_name = _("front page")
        verbose_name_plural = _("front pages")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        front = front_page(request)
        expire_at(request, front["changes_at"])
        return super().get_context(request, *args, **kwargs) | front | {"news": _newest(self.locale)}


@until_next_generation
def _newest(locale: Locale) -> list["NewsPage"]:
    return list(NewsPage.out(locale)[:NEWS_ON_FRONT])


class NewsIndexPage(IndexPage):
    """All news of one language, the newest first."""

    is_creatable = False  # not inherited: Wagtail asks each class

    subpage_types = ["home.NewsPage"]
    template = "home/news_index_page.html"

    class Meta:
        verbose_name = _("news list")
        verbose_name_plural = _("news lists")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        page = Paginator(NewsPage.out(self.locale), NEWS_PER_PAGE).get_page(request.GET.get("page"))
        return super().get_context(request, *args, **kwargs) | {"news": page}


class NewsPage(BasePage):
    """One piece of news, dated."""

    day = models.DateField(_("date"))
    lede = models.TextField(_("in short"), max_length=400, blank=True)
    body = StreamField(BodyBlock(), verbose_name=_("text"), blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("day"), FieldPanel("lede"), FieldPanel("body")]
    search_fields = [*BasePage.search_fields, index.SearchField("lede"), index.SearchField("body")]
    translatable_fields = [
        *BasePage.translatable_fields,
        SynchronizedField("day"),
        TranslatableField("lede"),
        TranslatableField("body"),
    ]
    parent_page_types = ["home.NewsIndexPage"]
    subpage_types: list[str] = []
    template = "home/news_page.html"

    class Meta:
        verbose_name = _("news")
        verbose_name_plural = _("news")

    @classmethod
    def out(cls, locale: Locale) -> QuerySet["NewsPage"]:
        """What is out and unrestricted in one language, the newest first."""
        return cls.objects.live().public().filter(locale=locale).order_by("-day", "-pk")


class GlossaryPage(IndexPage):
    """The verified terms in the order of the reader's alphabet, each with its name in the other language."""

    is_creatable = False  # not inherited: Wagtail asks each class

    subpage_types: list[str] = []
    template = "home/glossary_page.html"

    class Meta:
        verbose_name = _("glossary")
        verbose_name_plural = _("glossaries")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return super().get_context(request, *args, **kwargs) | {"letters": glossary(active_language())}


class ContactPage(FixedPage):
    """Says what is not handled here and where to go, and leads to the form. The form itself is never in a shared page."""

    is_creatable = False  # not inherited: Wagtail asks each class

    body = StreamField(BodyBlock(), verbose_name=_("text"), blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("body")]
    translatable_fields = [*BasePage.translatable_fields, TranslatableField("body")]
    subpage_types: list[str] = []
    template = "home/contact_page.html"

    class Meta:
        verbose_name = _("contact")
        verbose_name_plural = _("contacts")
