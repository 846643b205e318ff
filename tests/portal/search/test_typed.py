"""Whatever is typed into the address, search answers with a page, and repeats nothing that a reader cannot see."""

import pytest

from tests.portal.search.test_search import SEARCH, a_page, titles

pytestmark = pytest.mark.django_db


@pytest.fixture
def permit(home, index_everything) -> None:
    a_page(home, ("Leja unike", "Leje qëndrimi dhe pune."), ("Single permit", "A permit to stay and work."))
    index_everything()


@pytest.mark.parametrize("query", [{}, {"q": ""}, {"q": "   "}, {"q": "\u200b\u202e"}, {"q": "-leje"}])
def test_who_seeks_nothing_is_told_how_to_search(client, permit, query):
    response = client.get(SEARCH["sq"], query)

    assert response.status_code == 200
    assert response.context["results"].total == 0
    assert "search/help.html" in [template.name for template in response.templates] or query == {"q": "-leje"}


def test_ten_kilobytes_are_cut_and_searched(client, permit):
    response = client.get(SEARCH["sq"], {"q": "leje " * 2048})

    assert response.status_code == 200
    assert response.context["results"].total == 1
    assert len(response.context["typed"]) <= 400
    assert len(response.content) < 100_000


@pytest.mark.parametrize(
    "typed", ["le\u00adje", "\u202eleje", "leje\u2066\u2069", "\ufeffleje", "leje\x1b", "l\u200beje"]
)
def test_what_nobody_sees_neither_hinders_nor_comes_back(client, permit, typed):
    response = client.get(SEARCH["sq"], {"q": typed, "sort": "newest"})

    assert titles(client, "sq", q=typed) == ["<mark>Leja</mark> unike"]
    assert response.context["query"].text == response.context["typed"] == "leje"
    text = response.content.decode()
    assert not set("\x1b\u00ad\u200b\u202e\u2066\u2069\ufeff") & set(text)


def test_a_title_may_hold_what_nobody_sees(client, home, index_everything):
    a_page(home, ("Riin\u00adtegrimi\u202e", "x"), ("Reintegration", "x"))
    index_everything()

    assert titles(client, "sq", q="riintegrim") == ["<mark>Riintegrimi</mark>"]


@pytest.mark.parametrize("address", ["q=leje%ff%c3", "q=leje&kind=%ff"])
def test_bytes_that_are_no_text_are_passed_over(client, permit, address):
    assert client.get(f"{SEARCH['sq']}?{address}").status_code == 200


def test_a_nul_is_refused_at_the_door(client, permit):
    assert client.get(f"{SEARCH['sq']}?q=leje%00").status_code == 400


@pytest.mark.parametrize("number", [2, 3, 99, 200, 99999])
def test_a_page_past_the_last_is_the_last(client, home, index_everything, number):
    for each in range(16):
        a_page(home, (f"Leje {each}", "Fjalë."), (f"Permit {each}", "Words."))
    index_everything()

    page = client.get(SEARCH["sq"], {"q": "leje", "page": number}).context["results"].page

    assert (page.number, page.paginator.num_pages, len(page.object_list)) == (2, 2, 1)
    assert not page.has_next()
