import pytest
from django.core.exceptions import ValidationError

from library.strategy.enums import ReadingState
from library.strategy.errors import NotTheSecretariat, StillReviewed
from library.strategy.records import BudgetYear, Indicator, IndicatorReading, Measure, Objective, Strategy
from library.strategy.services import (
    StrategyDraft,
    change_strategy,
    keep_part,
    keep_strategy,
    record_reading,
    remove_part,
    remove_strategy,
    value_fields,
)
from portal.accounts.enums import Role
from portal.search.models import SearchChange

FACTS = {"name_sq": "Strategjia", "name_en": "Strategy", "start_year": 2025, "end_year": 2028}


def test_a_strategy_is_made_with_everything_below_it(a_strategy):
    strategy = a_strategy(measures=2)

    assert [objective.code for objective in strategy.objectives.order_by("pk")] == ["A", "A1"]
    assert strategy.objectives.get(code="A1").parent.code == "A"
    assert list(Measure.objects.values_list("code", flat=True)) == ["A.1.1", "A.1.2"]
    assert Indicator.objects.filter(value=40, baseline_year=2024).count() == 2
    assert BudgetYear.objects.filter(year=2026, spent=None).count() == 2
    assert strategy.pages.filter(live=True).count() == 2


def test_a_code_that_is_there_is_found_and_left_alone(a_strategy):
    strategy = a_strategy()

    again = keep_strategy(code=strategy.code, draft=StrategyDraft(facts=FACTS | {"name_sq": "Tjetër"}))

    assert again == strategy
    assert Strategy.objects.get().name_sq == "Strategjia strategy-1"


def test_a_part_that_is_wrong_leaves_nothing_behind(strategies, a_strategy):
    with pytest.raises(ValidationError):
        a_strategy("wrong", start_year=2030)

    assert not Strategy.objects.exists()
    assert not Objective.objects.exists()


@pytest.mark.parametrize(
    ("raw", "fields"),
    [
        (None, {}),
        (True, {"value": 1}),
        (False, {"value": 0}),
        (7.8, {"value": "7.8"}),
        ({"sq": "po", "en": "yes"}, {"words_sq": "po", "words_en": "yes"}),
    ],
)
def test_values_come_as_numbers_yes_or_no_or_words(raw, fields):
    assert {name: str(value) for name, value in value_fields(raw).items()} == {
        name: str(value) for name, value in fields.items()
    }


@pytest.mark.parametrize(
    ("kind", "value"), [("text", {"value": 3}), ("number", {"words_sq": "shumë"}), ("yes_no", {"value": 2})]
)
def test_a_value_of_another_kind_is_refused(a_strategy, kind, value):
    a_strategy()
    indicator = Indicator.objects.get()
    indicator.kind = kind

    with pytest.raises(ValidationError):
        keep_part(part=IndicatorReading(indicator=indicator, year=2027), facts=value)


def test_a_reading_is_set_down_over_what_was_there(a_strategy):
    a_strategy()
    indicator = Indicator.objects.get()

    record_reading(indicator=indicator, year=2026, half=1, facts={"value": 61, "state": ReadingState.SUBMITTED})
    record_reading(indicator=indicator, year=2026, half=1, facts={"value": 62, "state": ReadingState.APPROVED})

    reading = IndicatorReading.objects.get(year=2026)
    assert (reading.value, reading.state) == (62, ReadingState.APPROVED)


def test_a_reading_is_returned_only_with_a_reason(a_strategy):
    a_strategy()

    with pytest.raises(ValidationError):
        record_reading(indicator=Indicator.objects.get(), year=2027, half=None, facts={"state": ReadingState.RETURNED})


def test_a_year_has_one_reading_even_without_a_half(a_strategy):
    a_strategy()

    with pytest.raises(ValidationError):
        keep_part(part=IndicatorReading(indicator=Indicator.objects.get(), year=2025), facts={"value": 1})


def test_a_new_name_reaches_both_pages(a_strategy):
    strategy = a_strategy()

    change_strategy(strategy=strategy, facts={"name_sq": "E re", "name_en": "New"})

    assert set(strategy.pages.filter(live=True).values_list("title", flat=True)) == {"E re", "New"}


def test_search_is_told_of_the_parts_that_a_strategy_takes_along(a_strategy):
    strategy = a_strategy()
    SearchChange.objects.all().delete()

    change_strategy(strategy=strategy, facts={"acronym_sq": "SKM"})

    assert set(SearchChange.objects.values_list("kind", flat=True)) >= {"strategy", "measure", "indicator"}


def test_what_a_review_points_to_stays(a_review):
    a_review()
    strategy = Strategy.objects.get()

    with pytest.raises(StillReviewed):
        remove_strategy(strategy=strategy)

    assert strategy.pages.count() == 2
    assert Measure.objects.exists()


def test_an_unused_strategy_goes_with_all_below_it(a_strategy):
    remove_strategy(strategy=a_strategy())

    assert not Strategy.objects.exists()
    assert not Indicator.objects.exists()


@pytest.mark.parametrize(("role", "may"), [(Role.SECRETARIAT, True), (Role.EDITOR, True), (Role.FOCAL_POINT, False)])
def test_the_secretariat_keeps_strategies(a_strategy, somebody, role, may):
    a_strategy()
    measure = Measure.objects.get()

    if may:
        keep_part(part=measure, facts={"state": "delayed"}, user=somebody(role))
    else:
        with pytest.raises(NotTheSecretariat):
            keep_part(part=measure, facts={"state": "delayed"}, user=somebody(role))

    assert Measure.objects.get().state == ("delayed" if may else "in_progress")


def test_a_measure_goes_with_its_indicators(a_strategy):
    a_strategy()

    remove_part(part=Measure.objects.get())

    assert not Indicator.objects.exists()
    assert Strategy.objects.exists()
