"""Making a strategy with all its parts, changing it, putting it before the public and taking it away."""

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from django.db import models, transaction

from library.publications.services.record_pages import (
    delete_pages,
    make_pages,
    page_words,
    publish_pages,
    rename_pages,
    unpublish_pages,
)
from library.strategy.errors import NotTheSecretariat, StillReviewed
from library.strategy.pages import StrategyIndexPage, StrategyPage
from library.strategy.policies import may_keep_strategies
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
from library.strategy.services.drafts import Facts, IndicatorDraft, MeasureDraft, ObjectiveDraft, StrategyDraft
from portal.delivery.generation import raise_generation
from portal.languages.enums import SOURCE_LANGUAGE, Language
from portal.search.services import queue_reindex

RESERVED_SLUGS = {"masa", "measures"}

M = TypeVar("M", bound=models.Model)
Words = Mapping[Language, Mapping[str, Any]]


@transaction.atomic
def keep_strategy(
    *,
    code: str,
    draft: StrategyDraft,
    words: Words | None = None,
    slugs: Mapping[Language, str] | None = None,
    user: Any = None,
) -> Strategy:
    """Make a strategy with everything below it and both its draft pages, or find the one that has this code already."""
    if not may_keep_strategies(user):
        raise NotTheSecretariat
    existing = Strategy.objects.filter(code=code).first()
    if existing is not None:
        return existing
    strategy = _kept(Strategy(code=code, **draft.facts))
    for position, line in enumerate(draft.lines):
        _kept(StrategyLine(strategy=strategy, position=position, **line))
    for position, body in enumerate(draft.bodies):
        _kept(Body(strategy=strategy, position=position, **body))
    for row in draft.rounds:
        _kept(ReportingRound(strategy=strategy, **row))
    _keep_objectives(strategy, None, draft.objectives)
    parent = StrategyIndexPage.objects.get(locale__language_code=SOURCE_LANGUAGE)
    make_pages(
        StrategyPage, parent, strategy, page_words(_titles(strategy), words or {}, slugs or {}, RESERVED_SLUGS), user
    )
    return strategy


def _keep_objectives(strategy: Strategy, parent: Objective | None, drafts: Iterable[ObjectiveDraft]) -> None:
    for position, draft in enumerate(drafts):
        objective = _kept(Objective(strategy=strategy, parent=parent, position=position, **draft.facts))
        for place, measure in enumerate(draft.measures):
            _keep_measure(objective, place, measure)
        _keep_objectives(strategy, objective, draft.children)


def _keep_measure(objective: Objective, position: int, draft: MeasureDraft) -> None:
    measure = _kept(Measure(objective=objective, position=position, **draft.facts))
    measure.supporting_institutions.set(draft.supporting)
    measure.funding_sources.set(draft.funding_sources)
    measure.framework_goals.set(draft.framework_goals)
    for place, (albanian, english) in enumerate(draft.activities):
        _kept(MeasureActivity(measure=measure, position=place, text_sq=albanian, text_en=english))
    for row in draft.budget:
        _kept(BudgetYear(measure=measure, **row))
    for place, indicator in enumerate(draft.indicators):
        _keep_indicator(measure, place, indicator)


def _keep_indicator(measure: Measure, position: int, draft: IndicatorDraft) -> None:
    indicator = _kept(Indicator(measure=measure, position=position, **draft.facts))
    for row in draft.targets:
        _kept(Target(indicator=indicator, **row))
    for row in draft.readings:
        _kept(IndicatorReading(indicator=indicator, **row))


def _kept(record: M) -> M:
    record.full_clean()
    record.save()
    return record


@transaction.atomic
def change_strategy(*, strategy: Strategy, facts: Facts, words: Words | None = None, user: Any = None) -> Strategy:
    """Write new facts, and with them the pages' titles. Words that are given go out at once if the pages are live."""
    if not may_keep_strategies(user):
        raise NotTheSecretariat
    strategy = Strategy.objects.select_for_update(of=("self",)).get(pk=strategy.pk)
    for name, value in facts.items():
        setattr(strategy, name, value)
    _kept(strategy)
    rename_pages(strategy, _titles(strategy), words or {}, user)
    tell_strategy(strategy)
    return strategy


@transaction.atomic
def publish_strategy(*, strategy: Strategy, user: Any = None) -> None:
    if not may_keep_strategies(user):
        raise NotTheSecretariat
    publish_pages(strategy, user)
    tell_strategy(strategy)


@transaction.atomic
def unpublish_strategy(*, strategy: Strategy, user: Any = None) -> None:
    if not may_keep_strategies(user):
        raise NotTheSecretariat
    unpublish_pages(strategy, user)
    tell_strategy(strategy)


@transaction.atomic
def remove_strategy(*, strategy: Strategy, user: Any = None) -> None:
    """Take a strategy away with everything below it. Refused while a review or a consultation points into it."""
    if not may_keep_strategies(user):
        raise NotTheSecretariat
    tell_strategy(strategy)
    delete_pages(strategy)
    try:
        strategy.delete()
    except (models.ProtectedError, models.RestrictedError) as refusal:
        raise StillReviewed from refusal


@transaction.atomic
def keep_funding_source(*, code: str, facts: Facts) -> FundingSource:
    return FundingSource.objects.filter(code=code).first() or _kept(FundingSource(code=code, **facts))


@transaction.atomic
def keep_framework_goal(*, code: str, facts: Facts) -> FrameworkGoal:
    """An objective of a framework by `framework:code`, e.g. `gcm:3`."""
    return FrameworkGoal.objects.filter(code=code).first() or _kept(FrameworkGoal(code=code, **facts))


def tell_strategy(strategy: Strategy) -> None:
    """A strategy's visibility is that of all its parts."""
    measures = list(Measure.objects.filter(objective__strategy=strategy).values_list("pk", flat=True))
    indicators = list(Indicator.objects.filter(measure__in=measures).values_list("pk", flat=True))
    queue_reindex("strategy", strategy.pk)
    queue_reindex("measure", *measures)
    queue_reindex("indicator", *indicators)
    raise_generation()


def _titles(strategy: Strategy) -> dict[Language, str]:
    return {Language.ALBANIAN: strategy.name_sq, Language.ENGLISH: strategy.name_en}
