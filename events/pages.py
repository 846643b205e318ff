from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField, TranslatableField

from events.enums import EventStage
from events.errors import AddressWordTaken
from events.records import Event
from events.selectors import event_context, list_context
from portal.delivery.expiry import expire_at
from portal.languages.address import CALENDAR
from portal.languages.enums import Language
from portal.pages.base import BasePage, FixedPage, IndexPage
from portal.pages.blocks import BodyBlock


def _reserved_words() -> set[str]:
    """Steps that addresses below the list of events have already; a number is an event's own address."""
    words = set()
    for language in Language:
        with override(language):
            words.add(str(CALENDAR))
    return words


class EventIndexPage(IndexPage):
    """The list of events: what is ahead, and what took place."""

    is_creatable = False  # not inherited: Wagtail asks each class

    parent_page_types = ["home.HomePage"]
    subpage_types = ["events.EventPage"]
    max_count_per_parent = 1
    template = "events/event_index_page.html"

    class Meta:
        verbose_name = _("list of events")
        verbose_name_plural = _("lists of events")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        now = timezone.now()
        return super().get_context(request, *args, **kwargs) | list_context(request.GET, now, self.url_path)


class EventPage(FixedPage):
    """Tells one event in one language. Dates, places and registrations lie in the record that both pages share."""

    is_creatable = False  # not inherited: Wagtail asks each class

    event: "models.ForeignKey[Event, Event]" = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="pages")
    summary = models.CharField(_("in one or two sentences"), max_length=400)
    body = StreamField(BodyBlock(), verbose_name=_("text"), blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("summary"), FieldPanel("body")]
    promote_panels = [FieldPanel("seo_title"), FieldPanel("search_description"), FieldPanel("slug", read_only=True)]
    search_fields = [*BasePage.search_fields, index.SearchField("summary"), index.SearchField("body")]
    translatable_fields = [
        *BasePage.translatable_fields,
        TranslatableField("summary"),
        TranslatableField("body"),
        SynchronizedField("event"),
    ]
    comes_with = (*BasePage.comes_with, "event")
    exclude_fields_in_copy = ["event"]
    parent_page_types = ["events.EventIndexPage"]
    subpage_types: list[str] = []
    template = "events/event_page.html"

    class Meta:
        verbose_name = _("page of an event")
        verbose_name_plural = _("pages of events")

    @property
    def shows_as_example(self) -> bool:
        return bool(self.event.is_example)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """The page shows places as they are: each seat taken raises the generation, and the clock is named to the store."""
        now = timezone.now()
        for instant in self.event.turns():
            if instant > now:
                expire_at(request, instant)
        return super().get_context(request, *args, **kwargs) | event_context(self.event, now)

    def clean(self) -> None:
        super().clean()
        if self.slug.isdigit() or self.slug in _reserved_words():
            raise ValidationError({"slug": AddressWordTaken.message})

    @property
    def translation_due(self) -> date:
        """Translators have until registration opens."""
        return timezone.localdate(self.event.registration_opens_at)

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Publishing a page announces nothing: until the event is announced its address answers 404. Previews pass."""
        if self.event.stage == EventStage.PREPARING and not getattr(request, "is_preview", False):
            raise Http404
        return super().serve(request, *args, **kwargs)
