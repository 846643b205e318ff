from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override

from library.publications.enums import Precision, TitleStatus
from library.publications.records import Publication


def test_a_title_in_one_language_is_lent_to_the_other_and_says_which_it_is():
    publication = Publication(title_sq="", title_en="Council Decision", title_en_status=TitleStatus.OFFICIAL)

    with override("sq"):
        assert (publication.title, publication.title.language) == ("Council Decision", "en")
        assert publication.title_status == TitleStatus.OFFICIAL


@pytest.mark.parametrize(
    ("precision", "language", "told"),
    [
        (Precision.DAY, "sq", "2 maj 2024"),
        (Precision.DAY, "en", "2 May 2024"),
        (Precision.MONTH, "sq", "maj 2024"),
        (Precision.YEAR, "en", "2024"),
    ],
)
def test_a_date_tells_only_as_much_as_was_seen(precision, language, told):
    publication = Publication(date=date(2024, 5, 2), date_precision=precision)

    with override(language):
        assert publication.date_text == told


@pytest.mark.parametrize(
    ("start", "end", "precision", "told"),
    [
        (date(2019, 1, 1), date(2022, 12, 31), Precision.YEAR, "2019–2022"),
        (date(2017, 1, 1), date(2017, 12, 31), Precision.YEAR, "2017"),
        (date(2020, 1, 1), date(2020, 8, 31), Precision.MONTH, "January–August 2020"),
        (date(2019, 11, 1), date(2020, 2, 29), Precision.MONTH, "November 2019 – February 2020"),
    ],
)
def test_a_period_is_told_in_years_or_months(start, end, precision, told):
    publication = Publication(period_start=start, period_end=end, period_precision=precision)

    with override("en"):
        assert publication.period_text == told


def test_titles_sort_by_each_language_of_its_own(a_publication):
    for code, title_sq, title_en in [
        ("c", "Çështje", "The treaty"),
        ("d", "Dritë", "Treaty"),
        ("e", "Dhe", "Adhesion"),
        ("f", "Cilësi", "Zebra"),
    ]:
        a_publication(code, title_sq=title_sq, title_en=title_en)

    albanian = list(Publication.objects.order_by("sort_key_sq").values_list("title_sq", flat=True))
    english = list(Publication.objects.order_by("sort_key_en").values_list("title_en", flat=True))

    assert albanian == ["Cilësi", "Çështje", "Dritë", "Dhe"]
    assert english == ["Adhesion", "The treaty", "Treaty", "Zebra"]


def test_a_publication_without_any_title_is_refused(db):
    with pytest.raises(ValidationError):
        Publication(code="x", kind="law").full_clean()


def test_a_planned_output_has_neither_date_nor_number(db):
    with pytest.raises(ValidationError):
        Publication(code="x", kind="study", title_sq="X", stage="planned", date=date(2026, 1, 1)).full_clean()
