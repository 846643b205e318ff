import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from library.reviews.records import Finding, Recommendation
from portal.accounts.enums import Role

SECRET = "fjalasekretexyzzy"


def queries(client, url):
    client.get(url)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(url).status_code == 200
    return len(captured)


def more(count):
    """More of the same below the same finding."""
    first = Recommendation.objects.order_by("pk").first()
    for number in range(Recommendation.objects.count(), count):
        Recommendation.objects.create(
            review=first.review,
            finding=first.finding,
            number=f"2.{number}",
            text_sq="<p>Tekst.</p>",
            text_en="<p>Text.</p>",
            addressee=first.addressee,
        )


@pytest.mark.parametrize("count", [3, 300])
def test_lists_and_details_ask_no_more_for_many_than_for_few(client, a_review, count):
    a_review()
    more(count)
    recommendation, finding = Recommendation.objects.order_by("pk").first(), Finding.objects.get()

    assert queries(client, "/sq/rekomandime/") <= 7
    assert queries(client, "/sq/rekomandime/rishikimi-review-1/") <= 5
    assert queries(client, f"/sq/rekomandime/{recommendation.pk}/") <= 10
    assert queries(client, f"/sq/gjetje/{finding.pk}/") <= 10


def test_a_recommendation_is_followed_from_finding_to_answer_to_change(client, a_review):
    a_review()
    recommendation = Recommendation.objects.get(number="1.1")

    told = client.get(f"/en/recommendations/{recommendation.pk}/").content.decode()

    for words in [
        "One person responsible 1",
        "<p>One person should be named.</p>",
        "Reporting is divided",
        "It is done by order.",
        "The new outline provides for it.",
        "Measure A.1.1",
    ]:
        assert words in told


def test_a_finding_shows_what_it_rests_on_and_what_it_led_to(client, a_review):
    a_review()
    finding = Finding.objects.get()

    told = client.get(f"/sq/gjetje/{finding.pk}/").content.decode()

    for words in ["Tri struktura kërkojnë të njëjtin raport.", "Masa vonon.", "Një person përgjegjës 2"]:
        assert words in told


@pytest.mark.parametrize(("url", "words"), [("/sq/rekomandime/", "Raportimi"), ("/en/recommendations/", "Reporting")])
def test_the_chain_is_read_in_both_languages(client, a_review, url, words):
    a_review()

    assert words in client.get(url).content.decode()


@pytest.mark.parametrize("query", ["page=0", "page=-1", "page=abc", "review=%27&answer=x&institution=y"])
def test_an_altered_query_opens_the_list(client, a_review, query):
    a_review()

    assert client.get(f"/sq/rekomandime/?{query}").status_code == 200


def test_what_is_hidden_shows_nowhere_and_its_keepers_see_it_unshared(client, a_review, a_strategy, somebody):
    strategy = a_strategy()
    a_review(published=False)
    Recommendation.objects.update(title_sq=SECRET, text_sq=f"<p>{SECRET}</p>")
    Finding.objects.update(title_sq=SECRET)
    recommendation = f"/sq/rekomandime/{Recommendation.objects.first().pk}/"
    finding = f"/sq/gjetje/{Finding.objects.first().pk}/"
    measure = strategy.objectives.get(code="A1").measures.get()

    for url in ["/sq/rekomandime/", f"/sq/strategjia/masa/{measure.pk}/"]:
        assert SECRET not in client.get(url).content.decode()
    assert [client.get(url).status_code for url in (recommendation, finding)] == [404, 404]

    client.force_login(somebody(Role.SECRETARIAT))
    for url in (recommendation, finding):
        answer = client.get(url)
        assert SECRET in answer.content.decode()
        assert answer["Cache-Control"] == "private, no-store"


def test_an_example_says_so_on_every_page(client, a_review):
    a_review(is_example=True)
    addresses = [
        "/sq/rekomandime/",
        "/sq/rekomandime/rishikimi-review-1/",
        f"/sq/rekomandime/{Recommendation.objects.first().pk}/",
        f"/sq/gjetje/{Finding.objects.get().pk}/",
    ]

    for url in addresses:
        told = client.get(url).content.decode()
        assert '<meta name="robots" content="noindex">' in told
        assert "notice--strip" in told


def test_a_recommendation_is_only_read(client, a_review):
    a_review()

    assert client.post(f"/sq/rekomandime/{Recommendation.objects.first().pk}/").status_code == 405
    assert client.get("/sq/rekomandime/999999/").status_code == 404
    assert client.get("/sq/gjetje/999999/").status_code == 404
