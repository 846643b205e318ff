from library.reviews.records import Finding, Recommendation, Review
from library.reviews.search import SEARCHABLES
from library.reviews.services import unpublish_review

REVIEWS, FINDINGS, RECOMMENDATIONS = SEARCHABLES


def test_findings_and_recommendations_are_found_in_both_languages(a_review):
    a_review()

    findings = {entry.language: entry for entry in FINDINGS.entries()}
    recommendations = [entry for entry in RECOMMENDATIONS.entries() if entry.language == "en"]

    assert findings["en"].url == f"/en/findings/{Finding.objects.get().pk}/"
    assert "Tri struktura" in findings["sq"].text
    assert "It is late." in findings["en"].text
    assert ["It is done by order." in entry.text for entry in recommendations] == [True, False]
    assert {entry.url for entry in REVIEWS.entries()} == {
        "/sq/rekomandime/rishikimi-review-1/",
        "/en/recommendations/review-review-1/",
    }


def test_what_is_taken_down_is_neither_told_nor_shown(a_review):
    unpublish_review(review=a_review())

    assert [entry for each in SEARCHABLES for entry in each.entries()] == []
    assert REVIEWS.visible(None, [Review.objects.get().pk]) == set()
    assert FINDINGS.visible(None, [Finding.objects.get().pk]) == set()
    assert RECOMMENDATIONS.visible(None, list(Recommendation.objects.values_list("pk", flat=True))) == set()
