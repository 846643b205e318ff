from decimal import Decimal

import pytest
from django.utils.translation import override

from library.strategy.records import Indicator, IndicatorReading, Target
from library.strategy.selectors.figures import figure, indicator_view, period_text, target_ahead, value_text


@pytest.mark.parametrize(
    ("kind", "value", "language", "told"),
    [
        ("number", "41.5", "sq", "41,5 ditë"),
        ("number", "1234567.0000", "sq", "1\u00a0234\u00a0567 ditë"),
        ("number", "1234567", "en", "1,234,567 days"),
        ("percent", "72", "sq", "72 %"),
        ("yes_no", "1", "en", "yes"),
        ("yes_no", "0", "en", "no"),
        ("number", None, "en", ""),
    ],
)
def test_values_are_told_with_their_unit(kind, value, language, told):
    indicator = Indicator(kind=kind, unit_sq="ditë", unit_en="days", value=None if value is None else Decimal(value))

    with override(language):
        assert value_text(indicator, indicator) == told


def test_words_are_told_in_the_readers_language():
    indicator = Indicator(kind="text", words_sq="i miratuar", words_en="adopted")

    with override("en"):
        assert value_text(indicator, indicator) == "adopted"


def test_a_figure_has_no_more_decimals_than_it_needs():
    with override("en"):
        assert [figure(Decimal(text)) for text in ("7.8000", "0", "100.00", "0.0500")] == ["7.8", "0", "100", "0.05"]


@pytest.mark.parametrize(("half", "told"), [(None, "2026"), (1, "first half of 2026"), (2, "second half of 2026")])
def test_a_period_is_a_year_or_half_of_one(half, told):
    with override("en"):
        assert period_text(2026, half) == told


def test_the_target_to_compare_with_is_that_of_the_year_measured():
    targets = [Target(year=2025, value=1), Target(year=2026, value=2), Target(year=2028, value=3)]

    assert target_ahead([IndicatorReading(year=2026, half=1)], targets).value == 2
    assert target_ahead([IndicatorReading(year=2027)], targets).value == 3
    assert target_ahead([IndicatorReading(year=2030)], targets).value == 3
    assert target_ahead([], []) is None


def test_an_indicator_that_was_not_measured_says_so(a_strategy):
    a_strategy()
    indicator = Indicator.objects.get()
    indicator.value = None

    with override("en"):
        rows = indicator_view(indicator)["rows"]

    assert (rows[0]["period"], rows[0]["value"], rows[0]["kind"]) == ("2024", "not measured", "baseline")
