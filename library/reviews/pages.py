from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField, TranslatableField

from library.reviews.records import Review
from library.reviews.selectors.detail import review_context
from library.reviews.selectors.listing import RecommendationFilters, recommendation_chain
from library.reviews.selectors.listing_view import chain_context
from portal.pages.base import BasePage, FixedPage, IndexPage
from portal.pages.blocks import BodyBlock


class RecommendationIndexPage(IndexPage):
    """The door of the reviews: every finding and recommendation, what was answered and what changed."""

    is_creatable = False  # not inherited: Wagtail asks each class

    parent_page_types = ["home.HomePage"]
    subpage_types = ["reviews.ReviewPage"]
    max_count_per_parent = 1
    template = "reviews/recommendation_index_page.html"

    class Meta:
        verbose_name = _("findings and recommendations (index)")
        verbose_name_plural = _("findings and recommendations (indexes)")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """The list shows what is public, whoever asks: so it may be shared."""
        chain = recommendation_chain(None, RecommendationFilters.of(request.GET), request.GET.get("page"))
        return super().get_context(request, *args, **kwargs) | chain_context(chain, request)


class ReviewPage(FixedPage):
    """Tells one review in one language; findings and recommendations come from the record."""

    is_creatable = False  # not inherited: Wagtail asks each class

    record: "models.ForeignKey[Review, Review]" = models.ForeignKey(
        Review, on_delete=models.PROTECT, related_name="pages", verbose_name=_("review")
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
    parent_page_types = ["reviews.RecommendationIndexPage"]
    subpage_types: list[str] = []
    template = "reviews/review_page.html"

    class Meta:
        verbose_name = _("page of a review")
        verbose_name_plural = _("pages of reviews")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return super().get_context(request, *args, **kwargs) | review_context(self.record_id, request)
