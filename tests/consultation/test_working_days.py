from datetime import UTC, date, datetime

import pytest

from consultation.records import HolidayOverride
from consultation.selectors import working_calendar
from consultation.working_days import WorkingCalendar, day_of, end_of

# The day of the notice, then the 20th and the 40th working day after it; counted on paper from the official holidays.
TERMS = [
    ("2021-03-08", "2021-04-08", "2021-05-10"),
    ("2021-11-15", "2021-12-16", "2022-01-18"),
    ("2022-03-07", "2022-04-07", "2022-05-11"),
    ("2022-11-14", "2022-12-15", "2023-01-17"),
    ("2024-03-11", "2024-04-15", "2024-05-15"),
    ("2024-11-18", "2024-12-20", "2025-01-22"),
    ("2025-03-10", "2025-04-10", "2025-05-12"),
    ("2026-03-02", "2026-04-02", "2026-05-05"),
    ("2026-11-16", "2026-12-18", "2027-01-20"),
]


@pytest.mark.parametrize(("notice", "twentieth", "fortieth"), TERMS)
def test_a_term_skips_weekends_holidays_and_the_days_they_move_to(notice, twentieth, fortieth):
    calendar = WorkingCalendar()

    days = calendar.term(date.fromisoformat(notice), 40)

    assert (days[19].isoformat(), days[39].isoformat()) == (twentieth, fortieth)


def test_the_day_of_the_notice_is_not_counted():
    assert WorkingCalendar().term(date(2026, 11, 16), 1) == (date(2026, 11, 17),)


def test_a_holiday_on_a_weekend_moves_to_the_next_working_day():
    free = WorkingCalendar().free_weekdays(date(2026, 11, 16), date(2026, 12, 18))

    assert [day.day.isoformat() for day in free] == ["2026-11-23", "2026-11-30", "2026-12-01", "2026-12-08"]
    assert free[1].name_sq == "Dita e Flamurit dhe e Pavarësisë (ditë pushimi e shtyrë)"


@pytest.mark.django_db
def test_an_editor_adds_a_holiday_and_a_day_that_is_worked_after_all():
    HolidayOverride.objects.create(day=date(2026, 11, 18), name_sq="Pushim", name_en="Day off")
    HolidayOverride.objects.create(day=date(2026, 11, 30), is_working=True)

    calendar = working_calendar()

    assert not calendar.is_working(date(2026, 11, 18))
    assert calendar.free_day(date(2026, 11, 18)).name_en == "Day off"
    assert calendar.is_working(date(2026, 11, 30))


@pytest.mark.parametrize(
    ("day", "instant"),
    [
        (date(2026, 12, 18), datetime(2026, 12, 18, 23, tzinfo=UTC)),  # winter: one hour ahead
        (date(2026, 7, 1), datetime(2026, 7, 1, 22, tzinfo=UTC)),  # summer: two
        (date(2026, 3, 29), datetime(2026, 3, 29, 22, tzinfo=UTC)),  # the clocks go forward
        (date(2026, 10, 25), datetime(2026, 10, 25, 23, tzinfo=UTC)),  # and back
    ],
)
def test_the_last_day_ends_at_midnight_in_albania(day, instant):
    assert end_of(day) == instant
    assert day_of(instant) == date.fromordinal(day.toordinal() + 1)
