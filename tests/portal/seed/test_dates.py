from datetime import date

import pytest

from portal.seed.content_files import content
from portal.seed.dates import day, in_other_years, working_day_ago, working_days_ahead
from portal.seed.services.load_strategies import years_to_move


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024-02-05", date(2024, 2, 5), date(2024, 2, 5)),
    ],
)
def test_a_year_a_month_and_a_day_have_a_first_and_a_last_day(text: str, first: date, last: date) -> None:
    assert (day(text), day(text, last=True)) == (first, last)


@pytest.mark.parametrize(
    ("number", "today", "found"),
    [
        (0, date(2026, 11, 24), date(2026, 11, 24)),
        # 22 November is a holiday; in 2026 it is a Sunday and moves to the Monday.
        (1, date(2026, 11, 24), date(2026, 11, 20)),
        (0, date(2026, 11, 23), date(2026, 11, 20)),
        (1, date(2026, 11, 23), date(2026, 11, 19)),
        # 28 and 29 November, a Saturday and a Sunday, move to the Monday and the Tuesday.
        (1, date(2026, 12, 2), date(2026, 11, 27)),
    ],
)
@pytest.mark.django_db
def test_working_days_are_counted_back_over_weekends_and_holidays(number: int, today: date, found: date) -> None:
    assert working_day_ago(number, today=today) == found


@pytest.mark.django_db
def test_two_days_in_a_row_are_both_working_days() -> None:
    assert working_days_ahead(3, 2, today=date(2026, 11, 24)) == [date(2026, 12, 2), date(2026, 12, 3)]


@pytest.mark.parametrize(
    ("today", "by"), [(date(2026, 7, 1), 0), (date(2026, 6, 30), -1), (date(2028, 1, 10), 1), (date(2028, 12, 1), 2)]
)
def test_the_figures_of_the_example_end_with_a_half_year_that_is_over(today: date, by: int) -> None:
    real, example = content("strategy")["strategies"]

    assert years_to_move(example, today) == by
    assert years_to_move(real, today) == 0


def test_the_words_of_an_example_move_with_its_years_and_other_numbers_stay() -> None:
    assert in_other_years("20,7 milionë në vitin 2026, 58 % në 2025; ligji 146/2014", 2) == (
        "20,7 milionë në vitin 2028, 58 % në 2027; ligji 146/2014"
    )
