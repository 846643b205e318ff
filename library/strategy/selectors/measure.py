"""One measure with all that its page shows."""

from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from library.strategy.enums import MeasureState
from library.strategy.records import Measure
from library.strategy.selectors.figures import figure, indicator_view
from library.strategy.selectors.mentions import MENTIONS_OF_MEASURES
from library.strategy.selectors.overview import SIGNS, currency_name, followed_measures, money_of, period_of
from library.strategy.selectors.visibility import measures_visible_to


def find_measure(user: Any, key: int) -> Measure | None:
    """A measure that this reader may see, with all that is told of it."""
    return (
        followed_measures(measures_visible_to(user).filter(pk=key))
        .select_related("objective__strategy", "objective__parent", "lead_institution")
        .prefetch_related("supporting_institutions", "activities", "funding_sources", "framework_goals")
        .first()
    )


def measure_context(measure: Measure) -> dict[str, Any]:
    strategy = measure.objective.strategy
    return {
        "measure": measure,
        "strategy": strategy,
        "is_example": strategy.is_example,
        "state": {"sign": SIGNS[MeasureState(measure.state)], "text": measure.get_state_display()},
        "facts": _facts(measure),
        "activities": list(measure.activities.all()),
        "budget": _budget(measure),
        "currency": currency_name(strategy.currency),
        "indicators": [indicator_view(indicator) for indicator in measure.indicators.all()],
        "mentions": MENTIONS_OF_MEASURES.of(measure),
    }


def _facts(measure: Measure) -> list[dict[str, Any]]:
    lead = measure.lead_institution.public_name if measure.lead_institution else ""
    supporting = [each.public_name for each in measure.supporting_institutions.all()]
    facts = [
        {"name": _("Objective"), "text": f"{measure.objective.code} {measure.objective.name}"},
        {"name": _("Lead institution"), "text": lead},
        {"name": _("Supporting institutions"), "text": ", ".join(name for name in supporting if name)},
        {"name": _("Period"), "text": period_of(measure)},
        {"name": _("Sources of funding"), "text": ", ".join(each.name for each in measure.funding_sources.all())},
        {
            "name": _("Serves"),
            "text": "; ".join(f"{goal} {goal.name}".strip() for goal in measure.framework_goals.all()),
        },
    ]
    return [fact for fact in facts if fact["text"]]


def _budget(measure: Measure) -> list[dict[str, str]]:
    years = list(measure.budget_years.all())
    rows = [
        {"name": str(year.year)} | {column: _amount(getattr(year, column)) for column in _COLUMNS} for year in years
    ]
    if len(years) > 1:
        sums = {column: money_of(measure, column) or _UNKNOWN for column in _COLUMNS}
        rows.append({"name": _("Together")} | sums)
    return rows


_COLUMNS = ("planned", "committed", "spent")
_UNKNOWN = "–"


def _amount(amount: Decimal | None) -> str:
    return _UNKNOWN if amount is None else figure(amount)
