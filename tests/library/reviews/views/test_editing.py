import pytest
from django.urls import reverse

from library.reviews.records import Answer, Evidence, Finding, PolicyChange, Recommendation, Review
from portal.accounts.enums import Role

REVIEW = {
    "name_sq": "Rishikimi i ri",
    "name_en": "New review",
    "summary_sq": "Shqip.",
    "summary_en": "English.",
    "slug_sq": "",
    "slug_en": "",
    "code": "",
}
TEXTS = {"text_sq": "Tekst.", "text_en": "Text."}


@pytest.fixture
def secretariat(client, reviews, somebody):
    client.force_login(somebody(Role.SECRETARIAT))
    return client


def test_one_form_starts_a_review_and_each_part_has_its_own(secretariat):
    secretariat.post(reverse("review:add"), REVIEW)
    review = Review.objects.get()
    secretariat.post(reverse("review:publish", args=[review.pk]))
    secretariat.post(reverse("finding:add"), TEXTS | {"review": review.pk, "number": "1", "position": "0"})
    finding = Finding.objects.get()
    secretariat.post(reverse("evidence:add"), TEXTS | {"finding": finding.pk, "kind": "visit", "position": "0"})
    secretariat.post(
        reverse("recommendation:add"),
        TEXTS | {"review": review.pk, "finding": finding.pk, "number": "1.1", "position": "0"},
    )
    recommendation = Recommendation.objects.get()
    answer = {"recommendation": recommendation.pk, "verdict": "accepted", "reason_sq": "Po.", "reason_en": "Yes."}
    secretariat.post(reverse("answer:add"), answer)
    secretariat.post(reverse("policychange:add"), TEXTS | {"recommendation": recommendation.pk})

    assert review.pages.filter(live=True).count() == 2
    assert finding.text_sq == "<p>Tekst.</p>"
    assert Evidence.objects.get().finding == finding
    assert Answer.objects.get().verdict == "accepted"
    assert PolicyChange.objects.get().recommendation == recommendation

    secretariat.post(reverse("answer:delete", args=[Answer.objects.get().pk]))
    secretariat.post(reverse("review:delete", args=[review.pk]))
    assert not Answer.objects.exists()
    assert not Review.objects.exists()


def test_a_second_answer_comes_back(secretariat, a_review):
    a_review()
    answered = Recommendation.objects.get(number="1.1")
    typed = {"recommendation": answered.pk, "verdict": "partly", "reason_sq": "x", "reason_en": "x"}

    answer = secretariat.post(reverse("answer:add"), typed)

    assert answer.status_code == 200
    assert Answer.objects.get().verdict == "accepted"


@pytest.mark.parametrize("name", ["review", "finding", "evidence", "recommendation", "answer", "policychange"])
def test_the_lists_and_forms_open(secretariat, a_review, name):
    a_review()

    assert secretariat.get(reverse(f"{name}:index")).status_code == 200
    assert secretariat.get(reverse(f"{name}:add")).status_code == 200
