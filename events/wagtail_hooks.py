from typing import Any

from django.urls import path
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.viewsets.model import ModelViewSet

from events.forms import StartEventForm
from events.records import Event
from events.selectors import words_of
from events.views import desk, editing, exporting

WORDS = MultiFieldPanel(
    [
        FieldRowPanel([FieldPanel("title_sq"), FieldPanel("title_en")]),
        FieldRowPanel([FieldPanel("summary_sq"), FieldPanel("summary_en")]),
        FieldRowPanel([FieldPanel("slug_sq"), FieldPanel("slug_en")]),
    ],
    heading=_("Words"),
)
FACTS = [
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("kind"), FieldPanel("consultation")]),
            FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at")]),
            FieldRowPanel([FieldPanel("registration_opens_at"), FieldPanel("registration_closes_at")]),
        ],
        heading=_("When"),
    ),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("capacity"), FieldPanel("places_released_at")]),
            InlinePanel("quotas", heading=_("Reserved places by category"), label=_("Category")),
        ],
        heading=_("Places"),
    ),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("place_sq"), FieldPanel("place_en")]),
            FieldRowPanel([FieldPanel("address_sq"), FieldPanel("address_en")]),
            FieldRowPanel([FieldPanel("access_sq"), FieldPanel("access_en")]),
            FieldRowPanel([FieldPanel("languages_sq"), FieldPanel("languages_en")]),
            FieldPanel("contact_email"),
        ],
        heading=_("Where and how"),
    ),
    InlinePanel(
        "programme",
        heading=_("Programme"),
        label=_("Item"),
        panels=[
            FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at"), FieldPanel("position")]),
            FieldRowPanel([FieldPanel("title_sq"), FieldPanel("title_en")]),
            FieldRowPanel([FieldPanel("speaker_sq"), FieldPanel("speaker_en")]),
            FieldRowPanel([FieldPanel("room_sq"), FieldPanel("room_en")]),
            FieldRowPanel([FieldPanel("text_sq"), FieldPanel("text_en")]),
        ],
    ),
]


def _start(event: Event) -> str:
    """The day and hour themselves: Wagtail's own date column tells how long ago something was."""
    return date_format(timezone.localtime(event.starts_at), "SHORT_DATETIME_FORMAT")


class EventViewSet(ModelViewSet):
    """Events in the admin: one form to start, one to revise, a desk for each. Nothing is copied or deleted here."""

    model = Event
    icon = "calendar-alt"
    menu_label = _("Events")
    menu_order = 230
    add_to_admin_menu = True
    copy_view_enabled = False
    index_view_class = editing.EventListView
    add_view_class = editing.StartEventView
    edit_view_class = editing.ReviseEventView
    panels = FACTS
    list_filter = ["kind", "stage"]
    list_display = [
        TitleColumn("title", label=_("Title"), accessor=lambda event: words_of(event).title, url_name="event:desk"),
        Column("number", label=_("Number"), sort_key="number"),
        Column("get_kind_display", label=_("Kind")),
        Column("get_stage_display", label=_("Stage")),
        Column("starts_at", label=_("Starts"), accessor=_start, sort_key="starts_at"),
        Column("registered", label=_("Places taken")),
        Column("capacity", label=_("Places")),
        Column("waiting", label=_("Waiting")),
    ]

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_common_view_kwargs(**kwargs) | {"delete_url_name": None}

    def get_add_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        panel = self._start_panel
        return super().get_add_view_kwargs(**kwargs) | {"panel": panel, "form_class": panel.get_form_class()}

    @cached_property
    def _start_panel(self) -> ObjectList:
        return ObjectList([WORDS, *FACTS], base_form_class=StartEventForm).bind_to_model(Event)

    def get_urlpatterns(self) -> list[Any]:
        return [
            *(pattern for pattern in super().get_urlpatterns() if pattern.name != "delete"),
            path("desk/<int:pk>/", desk.desk, name="desk"),
            path("desk/<int:pk>/announce/", desk.announce, name="announce"),
            path("desk/<int:pk>/call-off/", desk.call_off, name="call_off"),
            path("desk/<int:pk>/close/", desk.close, name="close"),
            path("desk/<int:pk>/registrations.xlsx", exporting.registrations_xlsx, name="registrations_xlsx"),
            path("desk/<int:pk>/registrations.csv", exporting.registrations_csv, name="registrations_csv"),
        ]


@hooks.register("register_admin_viewset")
def register_events() -> EventViewSet:
    return EventViewSet()
