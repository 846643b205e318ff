import pytest
from django.http import QueryDict

from library.reviews.selectors import (
    RecommendationFilters,
    findings_visible_to,
    recommendation_chain,
    recommendations_visible_to,
    visible_to,
)
from library.reviews.services import unpublish_review
from portal.accounts.enums import Role


def chain(query=""):
    return recommendation_chain(None, RecommendationFilters.of(QueryDict(query)), QueryDict(query).get("page"))


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("", ["1.1", "1.2", "1.3"]),
        ("answer=accepted", ["1.1"]),
        ("answer=waiting", ["1.2", "1.3"]),
        ("answer=waiting&answer=accepted", ["1.1", "1.2", "1.3"]),
        ("answer=partly", []),
        ("institution=ministry&answer=accepted", ["1.1"]),
        ("review=review-1", ["1.1", "1.2", "1.3"]),
        ("review=nothing", []),
        ("answer=nonsense&page=-1&institution=%27", ["1.1", "1.2", "1.3"]),
        ("page=abc", ["1.1", "1.2", "1.3"]),
        ("page=0", ["1.1", "1.2", "1.3"]),
    ],
)
def test_recommendations_are_found_by_review_answer_and_addressee(a_review, query, numbers):
    a_review(recommendations=3)

    assert [each.number for each in chain(query).page] == numbers


def test_counts_add_up_and_one_tick_keeps_those_of_the_others(a_review):
    a_review(recommendations=3)

    told = chain("answer=accepted")

    assert told.answers() == {"accepted": 1, "waiting": 2}
    assert told.counts("answer") == {"accepted": 1, "waiting": 2}
    assert told.counts("institution") == {"ministry": 1}


@pytest.mark.parametrize(("roles", "sees"), [((), False), ((Role.MODERATOR,), False), ((Role.SECRETARIAT,), True)])
def test_a_part_is_as_visible_as_its_review(a_review, somebody, roles, sees):
    a_review(published=False)
    user = somebody(*roles)

    for visible in (visible_to, findings_visible_to, recommendations_visible_to):
        assert visible(user).exists() == sees
        assert not visible(None).exists()


def test_a_review_that_is_taken_down_leaves_the_chain(a_review):
    review = a_review()

    unpublish_review(review=review)

    assert list(chain().page) == []
