from library.strategy.selectors.glance import StrategyGlance, strategies_at_a_glance, strategy_at_a_glance
from library.strategy.selectors.measure import find_measure, measure_context
from library.strategy.selectors.mentions import MENTIONS_OF_MEASURES
from library.strategy.selectors.overview import measure_address, strategy_context
from library.strategy.selectors.visibility import indicators_visible_to, measures_visible_to, visible_to

__all__ = [
    "MENTIONS_OF_MEASURES",
    "StrategyGlance",
    "find_measure",
    "indicators_visible_to",
    "measure_address",
    "measure_context",
    "measures_visible_to",
    "strategies_at_a_glance",
    "strategy_at_a_glance",
    "strategy_context",
    "visible_to",
]
