from dataclasses import dataclass, field
from typing import Any

from library.publications.selectors import address_of, pages_ahead
from library.strategy.records import Measure, Strategy
from library.strategy.selectors.overview import goals_of, states_of
from library.strategy.selectors.visibility import visible_to


@dataclass(frozen=True)
class StrategyGlance:
    """A strategy in a few lines: its goals with the marks of their measures, and how many stand where."""

    strategy: Strategy
    url: str
    goals: list[dict[str, Any]] = field(default_factory=list)
    states: list[dict[str, str]] = field(default_factory=list)
    measures: int = 0


def strategies_at_a_glance(user: Any = None, request: Any = None) -> list[StrategyGlance]:
    """Every strategy that this reader may see, real ones first."""
    strategies = list(visible_to(user).prefetch_related(pages_ahead(Strategy), "objectives"))
    measures: dict[int, list[Measure]] = {}
    rows = Measure.objects.filter(objective__strategy__in=strategies).select_related("objective")
    for measure in rows.order_by("position", "pk"):
        measures.setdefault(measure.objective.strategy_id, []).append(measure)
    return [_glance(strategy, measures.get(strategy.pk, []), request) for strategy in strategies]


def strategy_at_a_glance(user: Any = None, request: Any = None) -> StrategyGlance | None:
    """The strategy for the front hall: the first with measures to follow, else the first of all."""
    glances = strategies_at_a_glance(user, request)
    return next((glance for glance in glances if glance.measures), glances[0] if glances else None)


def _glance(strategy: Strategy, measures: list[Measure], request: Any) -> StrategyGlance:
    objectives = sorted(strategy.objectives.all(), key=lambda each: (each.position, each.pk))
    return StrategyGlance(
        strategy=strategy,
        url=address_of(strategy, request),
        goals=goals_of(objectives, measures),
        states=states_of(measures),
        measures=len(measures),
    )
