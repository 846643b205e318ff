from typing import Any

from django.urls import path
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.admin.viewsets.model import ModelViewSet

from library.publications.forms import AttachFileForm, PublicationForm, RelationForm, StartPublicationForm
from library.publications.records import Publication, PublicationFile, Relation
from library.publications.views import editing

TITLES = MultiFieldPanel(
    [
        FieldRowPanel([FieldPanel("title_sq"), FieldPanel("title_en")]),
        FieldRowPanel([FieldPanel("title_sq_status"), FieldPanel("title_en_status")]),
        FieldRowPanel([FieldPanel("summary_sq"), FieldPanel("summary_en")]),
    ],
    heading=_("Title and summary"),
)
FACTS = [
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("kind"), FieldPanel("stage")]),
            FieldRowPanel([FieldPanel("number"), FieldPanel("institution")]),
            FieldRowPanel([FieldPanel("date"), FieldPanel("date_precision")]),
            FieldRowPanel([FieldPanel("period_start"), FieldPanel("period_end"), FieldPanel("period_precision")]),
            FieldRowPanel([FieldPanel("gazette"), FieldPanel("eli")]),
            FieldPanel("languages"),
            FieldPanel("topics"),
        ],
        heading=_("Facts"),
    ),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("official_url"), FieldPanel("official_page")]),
            FieldRowPanel([FieldPanel("official_seen_on")]),
            FieldRowPanel([FieldPanel("official_note_sq"), FieldPanel("official_note_en")]),
        ],
        heading=_("Official text"),
    ),
    MultiFieldPanel(
        [
            FieldPanel("is_verified"),
            FieldRowPanel([FieldPanel("in_force_on"), FieldPanel("adopted_by")]),
            FieldPanel("provenance"),
            FieldPanel("is_example"),
        ],
        heading=_("What was checked"),
    ),
]
START = [
    TITLES,
    *FACTS,
    MultiFieldPanel(
        [FieldPanel("upload"), FieldPanel("upload_language")],
        heading=_("File"),
    ),
    MultiFieldPanel(
        [FieldRowPanel([FieldPanel("slug_sq"), FieldPanel("slug_en")]), FieldPanel("code")], heading=_("Address")
    ),
]


class PublicationViewSet(ModelViewSet):
    """Publications in the admin: one form to start, one to change, a button to publish."""

    model = Publication
    icon = "doc-full-inverse"
    menu_label = _("Publications")
    copy_view_enabled = False
    index_view_class = editing.PublicationListView
    add_view_class = editing.StartPublicationView
    edit_view_class = editing.ChangePublicationView
    delete_view_class = editing.RemovePublicationView
    edit_handler = ObjectList([TITLES, *FACTS], base_form_class=PublicationForm)
    list_filter = ["kind", "stage", "institution", "is_example"]
    search_fields = ["title_sq", "title_en", "number", "code"]
    search_backend_name = None
    ordering = ["-date", "pk"]
    list_display = [
        TitleColumn("title", label=_("Title"), url_name="publication:edit"),
        Column("get_kind_display", label=_("Kind")),
        Column("number", label=_("Number"), sort_key="number"),
        Column("institution", label=_("Issued by")),
        DateColumn("date", label=_("Date"), sort_key="date"),
    ]

    def get_add_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        panel = self._start_panel
        return super().get_add_view_kwargs(**kwargs) | {"panel": panel, "form_class": panel.get_form_class()}

    @cached_property
    def _start_panel(self) -> ObjectList:
        return ObjectList(START, base_form_class=StartPublicationForm).bind_to_model(Publication)

    def get_urlpatterns(self) -> list[Any]:
        return [
            *super().get_urlpatterns(),
            path("publish/<int:pk>/", editing.PublishView.as_view(), name="publish"),
            path("unpublish/<int:pk>/", editing.UnpublishView.as_view(), name="unpublish"),
        ]


class FileViewSet(ModelViewSet):
    """Files of publications. Bytes never change: another file is another row."""

    model = PublicationFile
    icon = "doc-full"
    menu_label = _("Files")
    copy_view_enabled = False
    add_view_class = editing.AttachFileView
    edit_view_class = editing.ChangeFileView
    delete_view_class = editing.RemoveFileView
    edit_handler = ObjectList([FieldPanel("name"), FieldPanel("language")])
    list_filter = ["language", "text_state", "is_information_sheet"]
    list_display = ["name", "publication", "get_language_display", "get_text_state_display", "size", "page_count"]
    ordering = ["-pk"]

    def get_add_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        panel = self._attach_panel
        return super().get_add_view_kwargs(**kwargs) | {"panel": panel, "form_class": panel.get_form_class()}

    @cached_property
    def _attach_panel(self) -> ObjectList:
        fields = [FieldPanel("publication"), FieldPanel("upload"), FieldPanel("language")]
        return ObjectList(fields, base_form_class=AttachFileForm).bind_to_model(PublicationFile)


class RelationViewSet(ModelViewSet):
    """What publications do to each other; only those seen in a source lend a status."""

    model = Relation
    icon = "link"
    menu_label = _("Relations")
    copy_view_enabled = False
    add_view_class = editing.RelateView
    edit_view_class = editing.ChangeRelationView
    delete_view_class = editing.UnrelateView
    edit_handler = ObjectList(
        [FieldPanel("subject"), FieldPanel("verb"), FieldPanel("object"), FieldPanel("is_verified")],
        base_form_class=RelationForm,
    )
    list_filter = ["verb", "is_verified"]
    list_display = ["subject", "get_verb_display", "object", "is_verified"]


class LibraryGroup(ViewSetGroup):
    menu_label = _("Library")
    menu_icon = "folder-open-inverse"
    menu_order = 200
    items = (PublicationViewSet, FileViewSet, RelationViewSet)


@hooks.register("register_admin_viewset")
def register_library() -> LibraryGroup:
    return LibraryGroup()
