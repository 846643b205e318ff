"""A strategy as one page: its structure, its measures by goal, the matrix, one indicator drawn."""

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from library.publications.models import Publication
from library.publications.selectors import address_of, pages_ahead
from library.publications.selectors import visible_to as publications_visible_to
from library.strategy.enums import LineKind, MeasureState, ReadingState
from library.strategy.records import Indicator, IndicatorReading, Measure, Objective, Strategy
from library.strategy.selectors.figures import figure, indicator_view
from portal.languages.address import STRATEGY
from portal.languages.enums import active_language

SIGNS = {
    MeasureState.IMPLEMENTED: "force",
    MeasureState.IN_PROGRESS: "open",
    MeasureState.PARTLY_IMPLEMENTED: "open",
    MeasureState.DELAYED: "ended",
    MeasureState.NOT_STARTED: "planned",
    MeasureState.CANCELLED: "repealed",
}
"""The signs of `components/status.html`."""

MARKS = {
    MeasureState.IMPLEMENTED: "done",
    MeasureState.IN_PROGRESS: "going",
    MeasureState.PARTLY_IMPLEMENTED: "going",
    MeasureState.DELAYED: "late",
    MeasureState.NOT_STARTED: "",
    MeasureState.CANCELLED: "",
}
"""The marks of `components/goal.html`."""


def approved_readings() -> QuerySet[IndicatorReading]:
    """What the public may see of readings."""
    return IndicatorReading.objects.filter(state=ReadingState.APPROVED)


def followed_measures(measures: QuerySet[Measure]) -> QuerySet[Measure]:
    """Measures with all that a matrix or a page shows of them."""
    return measures.select_related("lead_institution").prefetch_related(
        "budget_years",
        Prefetch("indicators", queryset=Indicator.objects.order_by("position", "pk")),
        "indicators__targets",
        Prefetch("indicators__readings", queryset=approved_readings()),
    )


def strategy_context(key: int, request: HttpRequest) -> dict[str, Any]:
    strategy = Strategy.objects.get(pk=key)
    objectives = list(strategy.objectives.order_by("position", "pk"))
    measures = in_reading_order(objectives, followed_measures(Measure.objects.filter(objective__strategy=strategy)))
    lines = list(strategy.lines.all())
    return {
        "strategy": strategy,
        "trail": [
            {"name": pgettext("room", "Strategy"), "url": f"/{active_language()}/{STRATEGY}/"},
            {"name": strategy.name},
        ],
        "has_ended": strategy.ended_before(timezone.localdate().year),
        "publication": publication_link(strategy, request),
        "parts": [line for line in lines if line.kind == LineKind.PART],
        "levels": [line for line in lines if line.kind == LineKind.LEVEL],
        "known": [line for line in lines if line.kind == LineKind.FACT and line.concerns_id is None],
        "known_of_others": [line for line in lines if line.kind == LineKind.FACT and line.concerns_id is not None],
        "reporting": [line for line in lines if line.kind == LineKind.REPORTING],
        "bodies": list(strategy.bodies.select_related("institution")),
        "goals": goals_of(objectives, measures),
        "states": states_of(measures),
        "measures": measures,
        "matrix": matrix_of(measures),
        "currency": currency_name(strategy.currency),
        "featured": featured_indicator(measures),
    }


def in_reading_order(objectives: list[Objective], measures: Iterable[Measure]) -> list[Measure]:
    """By goal, objective and place, as the text has them."""
    goals = [each for each in objectives if each.parent_id is None]
    read = [each.pk for goal in goals for each in _descendants(goal, objectives)]
    places = {key: place for place, key in enumerate(read)}
    return sorted(measures, key=lambda each: (places[each.objective_id], each.position, each.pk))


def goals_of(objectives: list[Objective], measures: list[Measure]) -> list[dict[str, Any]]:
    """The goals with what lies below each, as `components/goal.html` shows them."""
    by_objective: dict[int, list[Measure]] = {}
    for measure in measures:
        by_objective.setdefault(measure.objective_id, []).append(measure)
    return [_goal(goal, objectives, by_objective) for goal in objectives if goal.parent_id is None]


def _goal(goal: Objective, objectives: list[Objective], by_objective: dict[int, list[Measure]]) -> dict[str, Any]:
    below = [each for each in _descendants(goal, objectives) if each is goal or by_objective.get(each.pk) or each.name]
    rows = [_objective(each, by_objective) for each in below if each is not goal or by_objective.get(goal.pk)]
    return {
        "code": goal.code,
        "anchor": f"o{goal.pk}",
        "name": goal.name or _("%(label)s: its wording was not found") % {"label": goal.label or goal.code},
        "objectives": rows,
    }


def _descendants(goal: Objective, objectives: list[Objective]) -> Iterable[Objective]:
    yield goal
    for each in objectives:
        if each.parent_id == goal.pk:
            yield from _descendants(each, objectives)


def _objective(objective: Objective, by_objective: dict[int, list[Measure]]) -> dict[str, Any]:
    name = str(objective.name or objective.label)
    if objective.wording_is_ours:
        name = _("%(name)s (our translation)") % {"name": name}
    return {
        "code": objective.code,
        "name": name,
        "measures": [
            {
                "code": measure.code,
                "name": measure.name,
                "url": measure_address(measure),
                "state": MARKS[MeasureState(measure.state)],
                "state_text": measure.get_state_display(),
            }
            for measure in by_objective.get(objective.pk, [])
        ],
    }


def states_of(measures: Iterable[Measure]) -> list[dict[str, str]]:
    """How many measures stand where: the key to the marks."""
    counts = Counter(measure.state for measure in measures)
    return [
        {
            "state": MARKS[state],
            "text": _("%(count)d %(state)s") % {"count": counts[state.value], "state": state.label},
        }
        for state in MeasureState
        if counts[state.value]
    ]


def matrix_of(measures: Iterable[Measure]) -> list[dict[str, Any]]:
    """A row a measure: who leads, when, how far, with what money, and what its first measured indicator shows."""
    return [
        {
            "pk": measure.pk,
            "code": measure.code,
            "name": measure.name,
            "url": measure_address(measure),
            "lead": measure.lead_institution.public_name if measure.lead_institution else "",
            "period": period_of(measure),
            "state": measure.get_state_display(),
            "sign": SIGNS[MeasureState(measure.state)],
            "planned": money_of(measure, "planned"),
            "spent": money_of(measure, "spent"),
            "shown": _shown(measure),
        }
        for measure in measures
    ]


def money_of(measure: Measure, column: str) -> str:
    """The sum over the years that are known; empty where none is: not known is not nought."""
    known = [getattr(year, column) for year in measure.budget_years.all() if getattr(year, column) is not None]
    return figure(sum(known, Decimal(0))) if known else ""


def _shown(measure: Measure) -> str:
    for indicator in measure.indicators.all():
        view = indicator_view(indicator)
        if view["latest"]:
            return f"{indicator.name}: {view['latest']} ({view['latest_period']})"
    return ""


def period_of(measure: Measure) -> str:
    years = [day.year for day in (measure.starts_on, measure.ends_on) if day is not None]
    return "–".join(str(year) for year in dict.fromkeys(years))


def featured_indicator(measures: Iterable[Measure]) -> dict[str, Any] | None:
    """The indicator that tells most: the one with a drawing and the most figures."""
    views = [indicator_view(indicator) for measure in measures for indicator in measure.indicators.all()]
    drawn = [view for view in views if view["chart"]]
    return max(drawn, key=lambda view: len(view["rows"]), default=None)


def publication_link(strategy: Strategy, request: HttpRequest) -> dict[str, str] | None:
    """Where the strategy stands in the library as a text, if the public may read it there."""
    if strategy.publication_id is None:
        return None
    publication = (
        publications_visible_to(None)
        .filter(pk=strategy.publication_id)
        .prefetch_related(pages_ahead(Publication))
        .first()
    )
    return {"title": publication.title, "url": address_of(publication, request)} if publication else None


def measure_address(measure: Measure) -> str:
    return reverse("strategy:measure", args=[measure.pk])


def currency_name(code: str) -> str:
    return _("lek") if code == "ALL" else code
