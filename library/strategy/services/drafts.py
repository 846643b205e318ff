"""A strategy as it is handed in: everything of it at once, before anything is written.

`facts` are always the fields of the record by name; what hangs below stands in a tuple of its own.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from library.strategy.records import FrameworkGoal, FundingSource
from portal.stakeholders.models import Institution

Facts = Mapping[str, Any]


@dataclass(frozen=True)
class IndicatorDraft:
    """`targets` are fields of `Target`, `readings` fields of `IndicatorReading`."""

    facts: Facts
    targets: Sequence[Facts] = ()
    readings: Sequence[Facts] = ()


@dataclass(frozen=True)
class MeasureDraft:
    """`activities` are (Albanian, English); `budget` is fields of `BudgetYear`."""

    facts: Facts
    supporting: Sequence[Institution] = ()
    activities: Sequence[tuple[str, str]] = ()
    budget: Sequence[Facts] = ()
    funding_sources: Sequence[FundingSource] = ()
    framework_goals: Sequence[FrameworkGoal] = ()
    indicators: Sequence[IndicatorDraft] = ()


@dataclass(frozen=True)
class ObjectiveDraft:
    facts: Facts
    children: Sequence["ObjectiveDraft"] = ()
    measures: Sequence[MeasureDraft] = ()


@dataclass(frozen=True)
class StrategyDraft:
    """`lines` are fields of `StrategyLine` without position, `bodies` of `Body`, `rounds` of `ReportingRound`."""

    facts: Facts
    lines: Sequence[Facts] = ()
    bodies: Sequence[Facts] = ()
    rounds: Sequence[Facts] = ()
    objectives: Sequence[ObjectiveDraft] = field(default_factory=tuple)


def value_fields(value: bool | int | float | str | Mapping[str, str] | None) -> dict[str, Any]:
    """The fields of a value: a number, yes or no, words in both languages, or nothing measured."""
    if value is None:
        return {}
    if isinstance(value, Mapping):
        return {"words_sq": value["sq"], "words_en": value["en"]}
    return {"value": Decimal(int(value)) if isinstance(value, bool) else Decimal(str(value))}
