from library.strategy.pages import StrategyIndexPage, StrategyPage
from library.strategy.records import (
    Body,
    BudgetYear,
    FrameworkGoal,
    FundingSource,
    Indicator,
    IndicatorReading,
    Measure,
    MeasureActivity,
    Objective,
    ReportingRound,
    Strategy,
    StrategyLine,
    Target,
)

__all__ = [
    "Body",
    "BudgetYear",
    "FrameworkGoal",
    "FundingSource",
    "Indicator",
    "IndicatorReading",
    "Measure",
    "MeasureActivity",
    "Objective",
    "ReportingRound",
    "Strategy",
    "StrategyIndexPage",
    "StrategyLine",
    "StrategyPage",
    "Target",
]
