from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField, TranslatableField

from library.strategy.records import Strategy
from library.strategy.selectors.glance import strategies_at_a_glance
from library.strategy.selectors.overview import strategy_context
from portal.pages.base import BasePage, FixedPage, IndexPage
from portal.pages.blocks import BodyBlock


class StrategyIndexPage(IndexPage):
    """The door of the strategy room: the strategies that are followed here, the present one at a glance."""

    is_creatable = False  # not inherited: Wagtail asks each class

    parent_page_types = ["home.HomePage"]
    subpage_types = ["strategy.StrategyPage"]
    max_count_per_parent = 1
    template = "strategy/strategy_index_page.html"

    class Meta:
        verbose_name = _("strategies (index)")
        verbose_name_plural = _("strategies (indexes)")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        glances = strategies_at_a_glance(None, request)
        return super().get_context(request, *args, **kwargs) | {"glances": glances}


class StrategyPage(FixedPage):
    """Tells one strategy in one language; objectives, measures and indicators come from the record."""

    is_creatable = False  # not inherited: Wagtail asks each class

    record: "models.ForeignKey[Strategy, Strategy]" = models.ForeignKey(
        Strategy, on_delete=models.PROTECT, related_name="pages", verbose_name=_("strategy")
    )
    summary = models.TextField(_("summary"), max_length=1000, blank=True)
    body = StreamField(BodyBlock(), verbose_name=_("text"), blank=True)

    settings_panels = BasePage.settings_panels[:-1]
    content_panels = [FieldPanel("title", read_only=True), FieldPanel("summary"), FieldPanel("body")]
    search_fields = [*BasePage.search_fields, index.SearchField("summary"), index.SearchField("body")]
    translatable_fields = [
        TranslatableField("seo_title"),
        TranslatableField("search_description"),
        SynchronizedField("is_example"),
        TranslatableField("summary"),
        TranslatableField("body"),
    ]
    exclude_fields_in_copy = ["record"]
    parent_page_types = ["strategy.StrategyIndexPage"]
    subpage_types: list[str] = []
    template = "strategy/strategy_page.html"

    class Meta:
        verbose_name = _("page of a strategy")
        verbose_name_plural = _("pages of strategies")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return super().get_context(request, *args, **kwargs) | strategy_context(self.record_id, request)
