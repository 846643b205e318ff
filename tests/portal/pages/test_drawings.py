from datetime import date, timedelta

import pytest

from portal.pages.drawings import SIGNS, Moment, Reading, band, bar, chart, motifs, sign, term

TUESDAY = date(2026, 11, 17)
# Tuesday to Friday; Monday is a holiday; Tuesday.
DAYS = [date(2026, 11, day) for day in (17, 18, 19, 20, 24)]


def test_each_category_has_a_sign_of_its_own():
    paths = {code: sign(code) for code in SIGNS}

    assert list(paths) == [
        "government",
        "international",
        "civil_society",
        "business",
        "academia",
        "individuals_others",
    ]
    assert len(set(paths.values())) == 6


def test_an_unknown_category_has_no_sign():
    assert sign("martians") == ""


def test_a_week_leaves_out_the_days_before_the_term():
    weeks = band(DAYS, TUESDAY)

    assert [week.places for week in weeks] == [4, 5]
    assert [week.width for week in weeks] == [48, 60]


def test_today_is_neither_past_nor_to_come():
    week = band(DAYS, date(2026, 11, 18))[0]

    assert week.past.count("M") == 3, "an outer line and an eye for the day gone, a heart for today"
    assert week.today.count("M") == 2
    assert week.come.count("M") == 2


def test_a_holiday_within_the_term_is_a_dash():
    first, second = band(DAYS, TUESDAY)

    assert first.rest == ""
    assert second.rest == "M4.5 6h3"


def test_days_after_the_term_are_left_empty():
    second = band(DAYS, TUESDAY)[1]

    assert second.come.count("M") == 1


def test_a_week_without_a_working_day_keeps_its_row():
    weeks = band([date(2026, 11, 17), date(2026, 12, 1)], TUESDAY)

    assert [week.rest.count("M") for week in weeks] == [3, 5, 1]


def test_the_motifs_of_a_band_are_the_days_of_its_term():
    days = [TUESDAY + timedelta(days=number) for number in range(60)]
    working = [day for day in days if day.weekday() < 5]

    weeks = band(working, TUESDAY - timedelta(days=1))

    assert sum(week.come.count("M") for week in weeks) == len(working)


def test_a_term_without_days_draws_and_says_nothing():
    assert band([], TUESDAY) == ()
    assert term([], TUESDAY) is None


@pytest.mark.parametrize(
    ("today", "moment", "begun"),
    [
        (date(2026, 11, 16), Moment.BEFORE, 0),
        (date(2026, 11, 17), Moment.COURSE, 1),
        (date(2026, 11, 20), Moment.COURSE, 4),
        (date(2026, 11, 22), Moment.BETWEEN, 4),
        (date(2026, 11, 23), Moment.BETWEEN, 4),
        (date(2026, 11, 24), Moment.LAST, 5),
        (date(2026, 11, 25), Moment.OVER, 5),
    ],
)
def test_a_term_knows_where_today_stands(today: date, moment: Moment, begun: int):
    found = term(DAYS, today)

    assert found is not None
    assert (found.moment, found.begun, found.total) == (moment, begun, 5)


@pytest.mark.parametrize("filled", [0, 1, 9, 10, 11, 23, 40])
def test_as_many_signs_are_drawn_as_there_are_things(filled: int):
    tens = motifs("academia", filled, 40)

    assert sum(ten.full.count("M") for ten in tens) == filled
    assert sum(ten.open.count("M") for ten in tens) == 40 - filled
    assert len(tens) == 4


def test_more_taken_than_there_are_places_still_draws_each():
    tens = motifs("academia", 12, 10)

    assert sum(ten.full.count("M") for ten in tens) == 12


def test_nothing_counted_draws_nothing():
    assert motifs("academia", 0) == ()


@pytest.mark.parametrize(
    ("filled", "total", "width"),
    [(0, 80, 0), (21, 80, 79), (80, 80, 300), (90, 80, 300), (1, 10_000, 2), (9_999, 10_000, 298), (0, 0, 0)],
)
def test_a_bar_is_empty_only_when_nothing_and_full_only_when_all(filled: int, total: int, width: int):
    assert bar(filled, total) == width


READINGS = [Reading("2023", 40, "40 %"), Reading("2024", 49, "49 %"), Reading("2025", 72, "72 %")]


def test_a_chart_begins_at_zero_and_rises_in_round_steps():
    drawn = chart(READINGS, Reading("2026", 85, "85 %"))

    assert [rule.value for rule in drawn.rules] == [0, 25, 50, 75, 100]
    assert (drawn.rules[0].y, drawn.rules[-1].y) == ("290", "30")


def test_the_target_stands_after_the_readings():
    drawn = chart(READINGS, Reading("2026", 85, "85 %"))

    assert drawn.target is not None
    assert [mark.text for mark in drawn.marks] == ["2023", "2024", "2025", "2026"]
    assert (drawn.target.x, drawn.target.y) == ("510", "69")


def test_a_missing_value_breaks_the_line():
    drawn = chart([*READINGS[:2], Reading("2025", None, ""), Reading("2026", 60, "60"), Reading("2027", 61, "61")])

    assert len(drawn.lines) == 2
    assert len(drawn.points) == 4


def test_a_fall_below_zero_keeps_zero_on_the_chart():
    drawn = chart([Reading("a", -30, "−30"), Reading("b", 10, "10")])

    assert [rule.value for rule in drawn.rules] == [-30, -20, -10, 0, 10]
    assert drawn.zero == drawn.rules[3].y


@pytest.mark.parametrize("values", [[], [None], [0], [5], [0.002], [1_234_567]])
def test_a_chart_of_hardly_anything_still_draws(values: list[float | None]):
    drawn = chart([Reading(str(number), value, "") for number, value in enumerate(values)])

    assert drawn.rules[0].value == 0
    assert len(drawn.points) == sum(value is not None for value in values)


def test_many_readings_name_only_as_many_years_as_fit_and_always_the_last():
    drawn = chart([Reading(str(year), year - 2000, "") for year in range(2001, 2021)])

    assert len(drawn.marks) <= 6
    assert drawn.marks[-1].text == "2020"


def test_labels_do_not_run_into_the_target_line():
    drawn = chart([Reading("2023", 80, "80"), Reading("2024", 40, "40")], Reading("2025", 85, "85"))

    assert drawn.target is not None
    assert abs(float(drawn.points[0].text_y) - 5 - float(drawn.target.y)) >= 14
