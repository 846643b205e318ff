from datetime import date
from typing import Any

from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField, TranslatableField

from consultation.records import Consultation
from consultation.selectors import Listed, page_of, shut_above, visible_to
from consultation.selectors.beside import beside
from consultation.selectors.complaint import adopted_document
from consultation.selectors.listing import listing
from consultation.selectors.reading import list_url, reading, road
from consultation.working_days import day_of
from portal.delivery.expiry import expire_at
from portal.languages.enums import Language
from portal.pages.base import BasePage, FixedPage, IndexPage
from portal.pages.blocks import BodyBlock
from portal.work.clock import database_now


class ConsultationIndexPage(IndexPage):
    """All consultations in one language: open ones first, with filters that work as plain links."""

    is_creatable = False  # not inherited: Wagtail asks each class

    subpage_types = ["consultation.ConsultationPage"]
    template = "consultation/consultation_index_page.html"

    class Meta:
        verbose_name = _("list of consultations")
        verbose_name_plural = _("lists of consultations")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        found = listing(None, request.GET)
        expire_at(request, found["changes_at"])
        found["consultations"].object_list = [_told(each, request) for each in found["consultations"].object_list]
        return super().get_context(request, *args, **kwargs) | found


def _told(listed: Listed, request: HttpRequest) -> dict[str, Any]:
    """A consultation in the list with what its page calls it."""
    page = page_of(listed.consultation)
    return {
        "consultation": listed.consultation,
        "state": listed.state,
        "year": listed.year,
        "title": page.title if page else listed.consultation.code,
        "summary": page.summary if page else "",
        "url": page.get_url(request) if page else "",
        "lang": page.locale.language_code if page else "",
    }


class ConsultationPage(FixedPage):
    """Tells one consultation in one language. Facts and the draft live in the record that both pages share."""

    is_creatable = False  # not inherited: Wagtail asks each class

    consultation: "models.ForeignKey[Consultation, Consultation]" = models.ForeignKey(
        Consultation, on_delete=models.PROTECT, related_name="pages", verbose_name=_("consultation")
    )
    summary: "models.TextField[str, str]" = models.TextField(
        _("summary"), blank=True, help_text=_("What the draft is about, in two or three sentences.")
    )
    body = StreamField(BodyBlock(), verbose_name=_("introduction"), blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("summary"), FieldPanel("body")]
    promote_panels = [FieldPanel("seo_title"), FieldPanel("search_description"), FieldPanel("slug", read_only=True)]
    settings_panels: list[Any] = []
    search_fields = [*BasePage.search_fields, index.SearchField("summary"), index.SearchField("body")]
    translatable_fields = [
        *BasePage.translatable_fields,
        TranslatableField("summary"),
        TranslatableField("body"),
        SynchronizedField("consultation"),
    ]
    comes_with = (*BasePage.comes_with, "consultation__institution")
    parent_page_types = ["consultation.ConsultationIndexPage"]
    subpage_types: list[str] = []
    template = "consultation/consultation_page.html"

    class Meta:
        verbose_name = _("consultation page")
        verbose_name_plural = _("consultation pages")

    @property
    def shows_as_example(self) -> bool:
        return self.consultation.is_example

    def translation_due(self) -> date:
        """Translators finish before it opens."""
        return day_of(self.consultation.opens_at)

    @classmethod
    def for_strangers(cls, slug: str, language: Language) -> "ConsultationPage | None":
        """The page with its record, where anybody may read both; found in one question."""
        pages = cls.objects.live().filter(slug=slug, locale__language_code=language, consultation__in=visible_to(None))
        page: ConsultationPage | None = (
            pages.exclude(shut_above(None)).select_related("locale", "consultation__institution").first()
        )
        return page

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """A page published ahead of its record's announcement stays shut."""
        readers = (lambda: None, lambda: request.user)  # asked in turn: a page for strangers must not know the person
        found = next(filter(None, (self._record_for(reader()) for reader in readers)), None)
        if found is None:
            raise Http404
        self.consultation = found
        return self.tell(request)

    def tell(self, request: HttpRequest) -> HttpResponse:
        """Show it to somebody who is known to be let in."""
        return super().serve(request)

    def _record_for(self, user: Any) -> Consultation | None:
        return visible_to(user).select_related("institution").filter(pk=self.consultation_id).first()

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        now = database_now()
        expire_at(request, self.consultation.next_instant(now))
        told = reading(self.consultation, now, request.GET.get("page"))
        return super().get_context(request, *args, **kwargs) | {
            "consultation": self.consultation,
            "reading": told,
            "beside": beside(self.consultation.pk),
            "road": road(self.consultation, told.state),
            "list_url": list_url(),
            "adopted": adopted_document(self.consultation),
        }

    def get_sitemap_urls(self, request: HttpRequest | None = None) -> list[dict[str, Any]]:
        if self.consultation.is_example or not visible_to(None).filter(pk=self.consultation_id).exists():
            return []
        return super().get_sitemap_urls(request)
