from datetime import date

import pytest
from django.http import QueryDict

from library.publications.selectors import LibraryFilters, library_listing


def listed(query=""):
    return library_listing(None, LibraryFilters.of(QueryDict(query)), QueryDict(query).get("page"))


def codes(query=""):
    return [publication.code for publication in listed(query).page]


@pytest.fixture
def works(a_publication, an_institution):
    assembly, ministry = an_institution("assembly"), an_institution("ministry")
    a_publication("law-old", date=date(2008, 7, 17), institution=assembly)
    a_publication("law-new", date=date(2021, 6, 24), institution=assembly)
    a_publication("study", kind="study", date=date(2021, 6, 1), institution=ministry)
    a_publication("undated", kind="study")
    a_publication("planned", kind="review", stage="planned")
    a_publication("hidden", published=False)


def test_the_newest_come_first_after_what_is_still_to_come(works):
    assert codes() == ["planned", "law-new", "study", "law-old", "undated"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("kind=law", ["law-new", "law-old"]),
        ("kind=law&kind=review", ["planned", "law-new", "law-old"]),
        ("year=2021", ["law-new", "study"]),
        ("year=2001&year=none", ["planned", "law-old", "undated"]),
        ("institution=ministry", ["study"]),
        ("status=published", ["study", "undated"]),
        ("kind=law&institution=ministry", []),
        ("sort=title&kind=law", ["law-new", "law-old"]),
    ],
)
def test_filters_are_joined_by_and_values_by_or(works, query, found):
    assert codes(query) == found
    assert listed(query).page.paginator.count == len(found)


def test_ticking_one_kind_keeps_the_counts_of_the_others(works):
    listing = listed("kind=law&year=2021")

    assert listing.counts("kind") == {"law": 1, "study": 1, "review": 0}
    assert listing.counts("year") == {"2001": 1, "2021": 1, "none": 0}
    assert listing.counts("institution") == {"assembly": 1, "ministry": 0, "": 0}


@pytest.mark.parametrize(
    "query",
    [
        "page=0",
        "page=-1",
        "page=abc",
        "page=99999999999999999999999",
        "kind=nothing&status=%00&year=12345&institution=%27%22--&sort=drop",
        "year=9999999",
        "page=",
        "kind=" + "x" * 5000,
    ],
)
def test_an_altered_address_still_opens_the_list(works, query):
    assert len(codes(query)) == 5


def test_the_alphabet_is_the_readers(a_publication):
    for code, title in [("b", "Çaj"), ("c", "Cilësi"), ("d", "Dhoma"), ("e", "Dy")]:
        a_publication(code, title_sq=title)

    assert codes("sort=title") == ["c", "b", "e", "d"]
