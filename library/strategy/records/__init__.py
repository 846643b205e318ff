from library.strategy.records.body import Body
from library.strategy.records.indicator import Indicator, IndicatorReading, Target
from library.strategy.records.measure import BudgetYear, FrameworkGoal, FundingSource, Measure, MeasureActivity
from library.strategy.records.objective import Objective
from library.strategy.records.reporting_round import ReportingRound
from library.strategy.records.strategy import Strategy, StrategyLine

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
    "StrategyLine",
    "Target",
]
