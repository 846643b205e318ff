from datetime import date, datetime, time
from decimal import Decimal

import pytest
from django import forms
from django.template import Context, Template
from django.utils import formats, translation

DAY = date(2026, 6, 3)
SUNDAY = date(2026, 6, 7)


def rendered(template: str, **context: object) -> str:
    return Template("{% load languages %}" + template).render(Context(context))


@pytest.mark.parametrize(
    ("language", "written"),
    [("sq", "3 qershor 2026"), ("en", "3 June 2026")],
)
def test_a_date_is_written_as_the_language_writes_it(language, written):
    with translation.override(language):
        assert formats.date_format(DAY) == written


@pytest.mark.parametrize(
    ("language", "written"),
    [("sq", "3 qershor 2026, ora 14:05"), ("en", "3 June 2026, 14:05")],
)
def test_an_instant_is_written_by_twenty_four_hours(language, written):
    with translation.override(language):
        assert formats.date_format(datetime(2026, 6, 3, 14, 5), "DATETIME_FORMAT") == written


@pytest.mark.parametrize("language", ["sq", "en"])
def test_a_short_date_is_not_padded(language):
    with translation.override(language):
        assert formats.date_format(DAY, "SHORT_DATE_FORMAT") == "3.6.2026"
        assert formats.time_format(time(9, 30)) == "9:30"


@pytest.mark.parametrize(("language", "day"), [("sq", "e diel"), ("en", "Sunday")])
def test_the_days_have_their_right_names(language, day):
    with translation.override(language):
        assert formats.date_format(SUNDAY, "l") == day


@pytest.mark.parametrize(
    ("language", "written"),
    [("sq", "1\N{NO-BREAK SPACE}234\N{NO-BREAK SPACE}567,50"), ("en", "1,234,567.50")],
)
def test_a_number_is_grouped_and_has_the_sign_of_its_language(language, written):
    with translation.override(language):
        assert rendered("{{ number|figure:2 }}", number=Decimal("1234567.5")) == written


@pytest.mark.parametrize("language", ["sq", "en"])
def test_a_year_and_the_number_of_an_act_are_not_grouped(language):
    with translation.override(language):
        assert (
            rendered("{{ year }} {{ number }} {{ day|date:'Y' }}", year=2026, number=10389, day=DAY)
            == "2026 10389 2026"
        )


@pytest.mark.parametrize("language", ["sq", "en"])
@pytest.mark.parametrize("typed", ["3.6.2026", "03.06.2026", "3/6/2026", "2026-06-03"])
def test_a_date_may_be_typed_as_people_type_it(language, typed):
    with translation.override(language):
        assert forms.DateField(localize=True).clean(typed) == DAY


@pytest.mark.parametrize("language", ["sq", "en"])
@pytest.mark.parametrize("typed", ["3.6.2026 14:05", "2026-06-03T14:05", "2026-06-03 14:05"])
def test_an_instant_may_be_typed_as_people_type_it(language, typed):
    with translation.override(language):
        assert forms.DateTimeField().clean(typed).hour == 14


@pytest.mark.parametrize("language", ["sq", "en"])
def test_the_week_begins_on_monday(language):
    with translation.override(language):
        assert formats.get_format("FIRST_DAY_OF_WEEK") == 1
