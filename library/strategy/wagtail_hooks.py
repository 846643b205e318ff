from typing import Any

from django.urls import path
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import hooks
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.admin.viewsets.model import ModelViewSet

from library.strategy.forms import IndicatorForm, StartStrategyForm, StrategyForm
from library.strategy.records import (
    BudgetYear,
    Indicator,
    IndicatorReading,
    Measure,
    Objective,
    Strategy,
    Target,
)
from library.strategy.views import editing


def pair(name: str) -> FieldRowPanel:
    """Both languages of a text, side by side."""
    return FieldRowPanel([FieldPanel(f"{name}_sq"), FieldPanel(f"{name}_en")])


STRATEGY = [
    MultiFieldPanel([pair("name"), pair("acronym"), pair("summary")], heading=_("Name and summary")),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("start_year"), FieldPanel("end_year")]),
            FieldPanel("publication"),
            FieldRowPanel([FieldPanel("currency"), FieldPanel("position")]),
            FieldPanel("is_example"),
        ],
        heading=_("Facts"),
    ),
    MultiFieldPanel(
        [pair("objective"), FieldPanel("objective_url"), FieldPanel("own_translation"), pair("notice")],
        heading=_("What it aims at"),
    ),
]
START = [
    *STRATEGY,
    MultiFieldPanel([pair("slug"), FieldPanel("code")], heading=_("Address")),
]


class StrategyViewSet(ModelViewSet):
    """Strategies in the admin: one form to start, one to change, a button to publish."""

    model = Strategy
    name = "followed_strategy"
    url_prefix = "strategies"
    icon = "list-ul"
    menu_label = _("Strategies")
    copy_view_enabled = False
    index_view_class = editing.StrategyListView
    add_view_class = editing.StartStrategyView
    edit_view_class = editing.ChangeStrategyView
    delete_view_class = editing.RemoveStrategyView
    edit_handler = ObjectList(STRATEGY, base_form_class=StrategyForm)
    list_display = [
        TitleColumn("name", label=_("Name"), url_name="followed_strategy:edit"),
        Column("period", label=_("Period")),
        Column("is_example", label=_("is an example")),
    ]

    def get_add_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        panel = self._start_panel
        return super().get_add_view_kwargs(**kwargs) | {"panel": panel, "form_class": panel.get_form_class()}

    @cached_property
    def _start_panel(self) -> ObjectList:
        return ObjectList(START, base_form_class=StartStrategyForm).bind_to_model(Strategy)

    def get_urlpatterns(self) -> list[Any]:
        return [
            *super().get_urlpatterns(),
            path("publish/<int:pk>/", editing.PublishView.as_view(), name="publish"),
            path("unpublish/<int:pk>/", editing.UnpublishView.as_view(), name="unpublish"),
        ]


class PartViewSet(ModelViewSet):
    """A part of a strategy. Never copied: a code stands once."""

    copy_view_enabled = False
    add_view_class = editing.AddPartView
    edit_view_class = editing.ChangePartView
    delete_view_class = editing.RemovePartView


class ObjectiveViewSet(PartViewSet):
    model = Objective
    icon = "list-ol"
    menu_label = _("Objectives")
    list_filter = ["strategy"]
    list_display = ["__str__", "strategy", "parent"]
    panels = [
        FieldRowPanel([FieldPanel("strategy"), FieldPanel("parent")]),
        FieldRowPanel([FieldPanel("code"), FieldPanel("position")]),
        pair("label"),
        pair("name"),
        FieldPanel("own_translation"),
    ]


class MeasureViewSet(PartViewSet):
    model = Measure
    icon = "tasks"
    menu_label = _("Measures")
    list_filter = ["state", "lead_institution", "objective__strategy"]
    list_display = ["__str__", "objective", "lead_institution", "get_state_display"]
    search_fields = ["code", "name_sq", "name_en"]
    search_backend_name = None
    panels = [
        FieldPanel("objective"),
        FieldRowPanel([FieldPanel("code"), FieldPanel("position"), FieldPanel("state")]),
        pair("name"),
        FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")]),
        FieldPanel("lead_institution"),
        FieldPanel("supporting_institutions"),
        FieldPanel("funding_sources"),
        FieldPanel("framework_goals"),
    ]


class BudgetViewSet(PartViewSet):
    model = BudgetYear
    icon = "table"
    menu_label = _("Budgets")
    list_filter = ["year"]
    list_display = ["measure", "year", "planned", "committed", "spent"]
    form_fields = ["measure", "year", "planned", "committed", "spent"]


class IndicatorViewSet(PartViewSet):
    model = Indicator
    icon = "view"
    menu_label = _("Indicators")
    list_filter = ["kind", "frequency"]
    list_display = ["__str__", "measure", "get_kind_display"]
    search_fields = ["code", "name_sq", "name_en"]
    search_backend_name = None
    edit_handler = ObjectList(
        [
            FieldPanel("measure"),
            FieldRowPanel([FieldPanel("code"), FieldPanel("position")]),
            pair("name"),
            FieldRowPanel([FieldPanel("kind"), FieldPanel("direction"), FieldPanel("frequency")]),
            pair("unit"),
            FieldPanel("disaggregation"),
            pair("source"),
            MultiFieldPanel(
                [FieldRowPanel([FieldPanel("baseline_year"), FieldPanel("value")]), pair("words")],
                heading=_("Baseline"),
            ),
        ],
        base_form_class=IndicatorForm,
    )


class TargetViewSet(PartViewSet):
    model = Target
    icon = "crosshairs"
    menu_label = _("Targets")
    list_filter = ["year"]
    list_display = ["indicator", "year", "value", "words_sq"]
    panels = [FieldPanel("indicator"), FieldRowPanel([FieldPanel("year"), FieldPanel("value")]), pair("words")]


class ReadingViewSet(PartViewSet):
    """Only an approved reading is public."""

    model = IndicatorReading
    icon = "date"
    menu_label = _("Readings")
    list_filter = ["state", "year"]
    list_display = ["indicator", "__str__", "value", "words_sq", "get_state_display"]
    panels = [
        FieldPanel("indicator"),
        FieldRowPanel([FieldPanel("year"), FieldPanel("half"), FieldPanel("value")]),
        pair("words"),
        FieldRowPanel([FieldPanel("state"), FieldPanel("round")]),
        FieldPanel("reason"),
        FieldPanel("evidence"),
    ]


class StrategyGroup(ViewSetGroup):
    menu_label = pgettext_lazy("room", "Strategy")
    menu_icon = "list-ul"
    menu_order = 205
    items = (
        StrategyViewSet,
        ObjectiveViewSet,
        MeasureViewSet,
        BudgetViewSet,
        IndicatorViewSet,
        TargetViewSet,
        ReadingViewSet,
    )


@hooks.register("register_admin_viewset")
def register_strategy() -> StrategyGroup:
    return StrategyGroup()
