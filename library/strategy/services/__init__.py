from library.strategy.services.drafts import (
    IndicatorDraft,
    MeasureDraft,
    ObjectiveDraft,
    StrategyDraft,
    value_fields,
)
from library.strategy.services.keep_part import keep_part, record_reading, remove_part
from library.strategy.services.keep_strategy import (
    change_strategy,
    keep_framework_goal,
    keep_funding_source,
    keep_strategy,
    publish_strategy,
    remove_strategy,
    unpublish_strategy,
)
from library.strategy.services.plant_strategy_index import plant_strategy_index

__all__ = [
    "IndicatorDraft",
    "MeasureDraft",
    "ObjectiveDraft",
    "StrategyDraft",
    "change_strategy",
    "keep_framework_goal",
    "keep_funding_source",
    "keep_part",
    "keep_strategy",
    "plant_strategy_index",
    "publish_strategy",
    "record_reading",
    "remove_part",
    "remove_strategy",
    "unpublish_strategy",
    "value_fields",
]
