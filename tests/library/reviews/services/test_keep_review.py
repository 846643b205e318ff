import pytest
from django.core.exceptions import ValidationError

from library.reviews.errors import NotTheSecretariat, StillConsulted
from library.reviews.records import Answer, Finding, PolicyChange, Recommendation, Review
from library.reviews.services import (
    ReviewDraft,
    answer_recommendation,
    change_review,
    keep_part,
    keep_review,
    note_change,
    remove_part,
    remove_review,
)
from library.reviews.services.wording import cleaned
from portal.accounts.enums import Role

ANSWER = {"verdict": "partly", "reason_sq": "Pjesërisht.", "reason_en": "In part."}


def test_a_review_is_made_with_all_that_is_in_it(a_review):
    review = a_review()

    finding = review.findings.get()
    assert [each.number for each in finding.recommendations.all()] == ["1.1", "1.2"]
    assert finding.evidence.get().measure.code == "A.1.1"
    assert Answer.objects.get().recommendation.number == "1.1"
    assert PolicyChange.objects.get().recommendation.number == "1.1"
    assert review.pages.filter(live=True).count() == 2


def test_a_code_that_is_there_is_found_and_left_alone(a_review):
    review = a_review()

    again = keep_review(code=review.code, draft=ReviewDraft(facts={"name_sq": "Tjetër", "name_en": "Other"}))

    assert again == review
    assert Finding.objects.count() == 1


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("<p>Mirë<script>alert(1)</script></p>", "<p>Mirë</p>"),
        ('<p onclick="x()">a <a href="https://x.al">b</a></p>', "<p>a b</p>"),
        ("Një & dy\n\nTre", "<p>Një &amp; dy</p>\n\n<p>Tre</p>"),
        ("3 < 4", "<p>3 &lt; 4</p>"),
        ("<p>a\x00b</p>", "<p>ab</p>"),
    ],
)
def test_texts_keep_a_few_tags_and_nothing_that_acts(written, kept):
    assert cleaned(written) == kept


def test_an_answer_stands_once_and_is_written_over(a_review):
    a_review()
    recommendation = Recommendation.objects.get(number="1.1")

    answer_recommendation(recommendation=recommendation, facts=ANSWER)

    assert Answer.objects.get().verdict == "partly"


def test_a_change_told_twice_stays_one(a_review):
    a_review()
    waiting = Recommendation.objects.get(number="1.2")
    told = {
        "text_sq": "Ndryshoi.",
        "text_en": "It changed.",
        "place_sq": "Dispozita 5",
        "place_url_sq": "/sq/konsultime/1/",
    }

    for _ in range(2):
        note_change(recommendation=waiting, facts=told)

    assert waiting.changes.get().place_url_sq == "/sq/konsultime/1/"


@pytest.mark.parametrize(
    "address", ["https://elsewhere.example", "//elsewhere.example", "javascript:alert(1)", "/admin/"]
)
def test_a_change_is_seen_on_this_portal_only(a_review, address):
    a_review()
    words = {"text_sq": "x", "text_en": "x", "place_url_sq": address}

    with pytest.raises(ValidationError):
        note_change(recommendation=Recommendation.objects.get(number="1.2"), facts=words)


def test_a_page_of_evidence_needs_its_publication(a_review):
    a_review()

    with pytest.raises(ValidationError):
        keep_part(part=Finding.objects.get().evidence.get(), facts={"page": 3})


def test_a_new_name_reaches_both_pages(a_review):
    review = a_review()

    change_review(review=review, facts={"name_sq": "E re", "name_en": "New"})

    assert set(review.pages.filter(live=True).values_list("title", flat=True)) == {"E re", "New"}


def test_a_review_goes_with_all_that_is_in_it(a_review):
    remove_review(review=a_review())

    assert not Review.objects.exists()
    assert not Finding.objects.exists()
    assert not Recommendation.objects.exists()


def test_a_finding_that_led_to_recommendations_stays(a_review):
    a_review()

    with pytest.raises(StillConsulted):
        remove_part(part=Finding.objects.get())

    assert Finding.objects.exists()


@pytest.mark.parametrize(("role", "may"), [(Role.SECRETARIAT, True), (Role.EDITOR, True), (Role.MODERATOR, False)])
def test_the_secretariat_keeps_reviews(a_review, somebody, role, may):
    a_review()
    waiting = Recommendation.objects.get(number="1.2")

    if may:
        answer_recommendation(recommendation=waiting, facts=ANSWER, user=somebody(role))
    else:
        with pytest.raises(NotTheSecretariat):
            answer_recommendation(recommendation=waiting, facts=ANSWER, user=somebody(role))

    assert Answer.objects.filter(recommendation=waiting).exists() == may
