from typing import Any

from django.urls import path
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import hooks
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.admin.viewsets.model import ModelViewSet

from library.reviews.forms import ReviewForm, StartReviewForm
from library.reviews.records import Answer, Evidence, Finding, PolicyChange, Recommendation, Review
from library.reviews.views import editing


def pair(name: str) -> FieldRowPanel:
    """Both languages of a text, side by side."""
    return FieldRowPanel([FieldPanel(f"{name}_sq"), FieldPanel(f"{name}_en")])


REVIEW = [
    MultiFieldPanel([pair("name"), pair("summary")], heading=_("Name and summary")),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("strategy"), FieldPanel("publication")]),
            FieldRowPanel([FieldPanel("institution"), FieldPanel("published_on")]),
            FieldPanel("is_example"),
        ],
        heading=_("Facts"),
    ),
]
START = [*REVIEW, MultiFieldPanel([pair("slug"), FieldPanel("code")], heading=_("Address"))]


class ReviewViewSet(ModelViewSet):
    """Reviews in the admin: one form to start, one to change, a button to publish."""

    model = Review
    icon = "search"
    menu_label = _("Reviews")
    copy_view_enabled = False
    index_view_class = editing.ReviewListView
    add_view_class = editing.StartReviewView
    edit_view_class = editing.ChangeReviewView
    delete_view_class = editing.RemoveReviewView
    edit_handler = ObjectList(REVIEW, base_form_class=ReviewForm)
    list_display = [
        TitleColumn("name", label=_("Name"), url_name="review:edit"),
        Column("strategy", label=_("Strategy")),
        DateColumn("published_on", label=_("Published on"), sort_key="published_on"),
    ]

    def get_add_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        panel = self._start_panel
        return super().get_add_view_kwargs(**kwargs) | {"panel": panel, "form_class": panel.get_form_class()}

    @cached_property
    def _start_panel(self) -> ObjectList:
        return ObjectList(START, base_form_class=StartReviewForm).bind_to_model(Review)

    def get_urlpatterns(self) -> list[Any]:
        return [
            *super().get_urlpatterns(),
            path("publish/<int:pk>/", editing.PublishView.as_view(), name="publish"),
            path("unpublish/<int:pk>/", editing.UnpublishView.as_view(), name="unpublish"),
        ]


class PartViewSet(ModelViewSet):
    """A part of a review. Never copied: a number stands once."""

    copy_view_enabled = False
    add_view_class = editing.AddPartView
    edit_view_class = editing.ChangePartView
    delete_view_class = editing.RemovePartView


class FindingViewSet(PartViewSet):
    model = Finding
    icon = "search"
    menu_label = _("Findings")
    list_filter = ["review"]
    list_display = ["__str__", "review"]
    panels = [
        FieldPanel("review"),
        FieldRowPanel([FieldPanel("number"), FieldPanel("position")]),
        pair("title"),
        pair("text"),
    ]


class EvidenceViewSet(PartViewSet):
    model = Evidence
    icon = "link"
    menu_label = _("Evidence")
    list_filter = ["kind"]
    list_display = ["__str__", "finding", "get_kind_display"]
    panels = [
        FieldPanel("finding"),
        FieldRowPanel([FieldPanel("kind"), FieldPanel("position")]),
        pair("text"),
        FieldRowPanel([FieldPanel("indicator"), FieldPanel("measure")]),
        FieldRowPanel([FieldPanel("publication"), FieldPanel("page")]),
    ]


class RecommendationViewSet(PartViewSet):
    model = Recommendation
    icon = "list-ol"
    menu_label = _("Recommendations")
    list_filter = ["review", "addressee"]
    list_display = ["__str__", "review", "addressee", "answer"]
    panels = [
        FieldRowPanel([FieldPanel("review"), FieldPanel("finding")]),
        FieldRowPanel([FieldPanel("number"), FieldPanel("position")]),
        pair("title"),
        pair("text"),
        FieldRowPanel([FieldPanel("addressee"), FieldPanel("answer_due_on")]),
        FieldPanel("measures"),
    ]


class AnswerViewSet(PartViewSet):
    model = Answer
    icon = "comment"
    menu_label = _("Answers")
    list_filter = ["verdict", "institution"]
    list_display = ["recommendation", "get_verdict_display", "institution", "answered_on"]
    panels = [
        FieldPanel("recommendation"),
        FieldPanel("verdict"),
        pair("reason"),
        FieldPanel("institution"),
        FieldRowPanel([FieldPanel("answered_on"), FieldPanel("due_on")]),
    ]


class PolicyChangeViewSet(PartViewSet):
    model = PolicyChange
    icon = "history"
    menu_label = _("Policy changes")
    list_display = ["recommendation", "__str__", "changed_on"]
    panels = [
        FieldPanel("recommendation"),
        pair("text"),
        FieldPanel("changed_on"),
        FieldRowPanel([FieldPanel("measure"), FieldPanel("publication")]),
        pair("place"),
        pair("place_url"),
    ]


class ReviewsGroup(ViewSetGroup):
    menu_label = pgettext_lazy("menu", "Findings")
    menu_icon = "clipboard-list"
    menu_order = 210
    items = (
        ReviewViewSet,
        FindingViewSet,
        EvidenceViewSet,
        RecommendationViewSet,
        AnswerViewSet,
        PolicyChangeViewSet,
    )


@hooks.register("register_admin_viewset")
def register_reviews() -> ReviewsGroup:
    return ReviewsGroup()
