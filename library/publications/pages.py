from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField, TranslatableField

from library.publications.records import Publication
from library.publications.selectors.detail import publication_context
from library.publications.selectors.listing import LibraryFilters, library_listing
from library.publications.selectors.listing_view import listing_context
from portal.pages.base import BasePage, FixedPage, IndexPage
from portal.pages.blocks import BodyBlock


class LibraryIndexPage(IndexPage):
    """The door of the library: every publication, found by kind, status, year and institution."""

    is_creatable = False  # not inherited: Wagtail asks each class

    parent_page_types = ["home.HomePage"]
    subpage_types = ["publications.PublicationPage"]
    max_count_per_parent = 1
    template = "publications/library_index_page.html"

    class Meta:
        verbose_name = _("library")
        verbose_name_plural = _("libraries")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """The list shows what is public, whoever asks: so it may be shared."""
        listing = library_listing(None, LibraryFilters.of(request.GET), request.GET.get("page"))
        return super().get_context(request, *args, **kwargs) | listing_context(listing, request)


class PublicationPage(FixedPage):
    """Tells one publication in one language. Its title is the record's: page, list and citation never differ."""

    is_creatable = False  # not inherited: Wagtail asks each class

    record: "models.ForeignKey[Publication, Publication]" = models.ForeignKey(
        Publication, on_delete=models.PROTECT, related_name="pages", verbose_name=_("publication")
    )
    summary = models.TextField(_("summary"), max_length=1000, blank=True)
    body = StreamField(BodyBlock(), verbose_name=_("text"), blank=True)

    content_panels = [FieldPanel("title", read_only=True), FieldPanel("summary"), FieldPanel("body")]
    settings_panels = BasePage.settings_panels[:-1]
    search_fields = [*BasePage.search_fields, index.SearchField("summary"), index.SearchField("body")]
    translatable_fields = [
        TranslatableField("seo_title"),
        TranslatableField("search_description"),
        SynchronizedField("is_example"),
        TranslatableField("summary"),
        TranslatableField("body"),
    ]
    comes_with = (*BasePage.comes_with, "record__institution")
    exclude_fields_in_copy = ["record"]
    parent_page_types = ["publications.LibraryIndexPage"]
    subpage_types: list[str] = []
    template = "publications/publication_page.html"

    class Meta:
        verbose_name = _("page of a publication")
        verbose_name_plural = _("pages of publications")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return super().get_context(request, *args, **kwargs) | publication_context(self.record_id)
