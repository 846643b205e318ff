"""Changing one part of a strategy: a measure, an indicator, a target, a reading, a year of its budget."""

from typing import Any, TypeVar

from django.db import models, transaction

from library.strategy.enums import ReadingState
from library.strategy.errors import NotTheSecretariat, StillReviewed
from library.strategy.policies import may_keep_strategies
from library.strategy.records import BudgetYear, Indicator, IndicatorReading, Measure, Objective, Strategy, Target
from library.strategy.services.drafts import Facts
from library.strategy.services.keep_strategy import tell_strategy
from portal.delivery.generation import raise_generation
from portal.search.services import queue_reindex

Part = TypeVar("Part", Objective, Measure, Indicator, Target, IndicatorReading, BudgetYear)


@transaction.atomic
def keep_part(*, part: Part, facts: Facts, user: Any = None) -> Part:
    """Write the fields of a new or an existing part; lists of other records may be among them."""
    if not may_keep_strategies(user):
        raise NotTheSecretariat
    many = {field.name for field in part._meta.many_to_many}
    for name, value in facts.items():
        if name not in many:
            setattr(part, name, value)
    part.full_clean()
    part.save()
    for name in many & facts.keys():
        getattr(part, name).set(facts[name])
    _tell(part)
    return part


@transaction.atomic
def remove_part(*, part: Part, user: Any = None) -> None:
    """Take a part away with what hangs below it, unless a review or a consultation points to it."""
    if not may_keep_strategies(user):
        raise NotTheSecretariat
    strategy = _strategy_of(part)
    tell_strategy(strategy)
    try:
        part.delete()
    except (models.ProtectedError, models.RestrictedError) as refusal:
        raise StillReviewed from refusal


@transaction.atomic
def record_reading(
    *, indicator: Indicator, year: int, half: int | None, facts: Facts, user: Any = None
) -> IndicatorReading:
    """Set down what an indicator showed in a period, over what was there. It is public once its state is approved."""
    Indicator.objects.select_for_update(of=("self",)).get(pk=indicator.pk)
    reading = IndicatorReading.objects.filter(indicator=indicator, year=year, half=half).first() or IndicatorReading(
        indicator=indicator, year=year, half=half, state=ReadingState.DRAFT
    )
    return keep_part(part=reading, facts=facts, user=user)


def _tell(part: Any) -> None:
    if isinstance(part, Objective):
        tell_strategy(part.strategy)
        return
    measure = part if isinstance(part, Measure) else getattr(part, "measure", None) or part.indicator.measure
    indicators = list(measure.indicators.values_list("pk", flat=True))
    queue_reindex("measure", measure.pk)
    queue_reindex("indicator", *indicators)
    raise_generation()


def _strategy_of(part: Any) -> Strategy:
    while not isinstance(part, Strategy):
        for name in ("strategy", "objective", "measure", "indicator"):
            above = getattr(part, name, None)
            if above is not None:
                part = above
                break
    return part
