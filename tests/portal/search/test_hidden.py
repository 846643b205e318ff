"""What readers may not see is nowhere in search: no title, passage, number, filter or suggestion tells of it."""

import pytest
from wagtail.models import PageViewRestriction

from portal.languages.models import GlossaryTerm
from portal.pages.models import StandardPage
from tests.portal.search.test_search import SEARCH, a_page, titles

pytestmark = pytest.mark.django_db
SECRET = "xqfshehurzv"


def unpublish(page: StandardPage) -> None:
    page.unpublish()


def close(page: StandardPage) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


def close_with_a_password(page: StandardPage) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.PASSWORD, password="fjalë")


def expire(page: StandardPage) -> None:
    page.unpublish(set_expired=True)


def delete(page: StandardPage) -> None:
    page.delete()


HIDING = (unpublish, close, close_with_a_password, expire, delete)


def said(response) -> str:
    """The page less what was typed, which is repeated."""
    return response.content.decode().replace(f"q={SECRET}", "").replace(f"«{SECRET}»", "")


def occurrences(client) -> int:
    """In the box and the title of the window the word stands because it was typed."""
    return said(client.get(SEARCH["sq"], {"q": SECRET})).count(SECRET)


@pytest.mark.parametrize("hide", HIDING, ids=lambda hide: hide.__name__)
@pytest.mark.parametrize("is_indexed_since", [False, True], ids=["not yet indexed", "indexed"])
def test_what_is_hidden_is_as_if_it_had_never_been(client, home, index_everything, hide, is_indexed_since):
    nothing = occurrences(client)
    a_page(home, (f"Faqe {SECRET}", f"Fjalë {SECRET} këtu."), (f"Page {SECRET}", f"Words {SECRET} here."))
    index_everything()
    assert occurrences(client) > nothing

    hide(StandardPage.objects.get(title=f"Faqe {SECRET}"))
    if is_indexed_since:
        index_everything()

    response = client.get(SEARCH["sq"], {"q": SECRET})
    assert response.context["results"].total == 0
    assert response.context["groups"] == []
    assert occurrences(client) == nothing


def test_what_was_hidden_a_moment_ago_is_in_no_number_of_any_page(client, home, index_everything):
    for each in range(16):
        a_page(home, (f"Leje {each}", "Fjalë."), (f"Permit {each}", "Words."))
    index_everything()
    [last] = client.get(SEARCH["sq"], {"q": "leje", "page": 2}).context["results"].page.object_list

    StandardPage.objects.get(url_path__endswith=last.url.removeprefix("/sq")).unpublish()

    results = client.get(SEARCH["sq"], {"q": "leje"}).context["results"]
    assert results.total == results.found.unfiltered == 15
    assert results.found.counts.languages["sq"] == 15


def test_an_english_page_that_is_not_out_is_not_found_by_its_words(client, home, index_everything):
    a_page(home, ("Leja unike", "Leje."), ("Single permit", f"Words {SECRET}."))
    StandardPage.objects.get(title="Single permit").unpublish()
    index_everything()

    assert titles(client, "en", q=SECRET) == []
    assert titles(client, "en", q="unike") == ["Leja <mark>unike</mark>"]


def test_a_change_that_is_not_out_is_not_found(client, home, index_everything):
    page = a_page(home, ("Leja unike", "Leje."), ("Single permit", "Permit."))
    page.title = f"Leja {SECRET}"
    page.save_revision()
    index_everything()

    assert titles(client, "sq", q=SECRET) == []
    assert titles(client, "sq", q="unike") == ["Leja <mark>unike</mark>"]


def test_nothing_suggests_words_of_the_index_or_terms_not_verified(client, home, index_everything):
    GlossaryTerm.objects.create(code="x", term_sq=SECRET, term_en=f"{SECRET}a", is_verified=False)
    a_page(home, (f"Faqe {SECRET}", "Fjalë."), (f"Page {SECRET}", "Words."))
    index_everything()

    response = client.get(SEARCH["sq"], {"q": SECRET.replace("hu", "uh")})

    assert response.context["near"] == []
    assert SECRET not in response.content.decode()
