import pytest
from django.urls import reverse
from django.utils.translation import override
from pytest_django.asserts import assertContains

from portal.languages.enums import Language
from portal.languages.models import GlossaryTerm
from portal.pages.models import StandardPage
from portal.pages.services import PageWords, create_page_pair, publish_page_pair
from portal.search.records import SearchChange, SearchText
from portal.search.services.reindex import queue_everything, reindex_some

SEARCH = {"sq": "/sq/kerko/", "en": "/en/search/"}


def a_page(home, sq: tuple[str, str], en: tuple[str, str]) -> StandardPage:
    page = create_page_pair(
        StandardPage,
        parent=home,
        words={
            Language.ALBANIAN: PageWords(title=sq[0], fields={"body": [("paragraph", f"<p>{sq[1]}</p>")]}),
            Language.ENGLISH: PageWords(title=en[0], fields={"body": [("paragraph", f"<p>{en[1]}</p>")]}),
        },
    )
    publish_page_pair(page)
    return page


@pytest.fixture
def library(home):
    GlossaryTerm.objects.create(code="remittances", term_sq="remitanca", term_en="remittances", is_verified=True)
    a_page(
        home,
        ("Kthimi dhe riintegrimi", "Sporteli i parë për të kthyerit."),
        ("Return and reintegration", "The first counter."),
    )
    a_page(
        home, ("Remitancat", "Dërgesat e emigrantëve."), ("Money sent home", "What emigrants send home: remittances.")
    )
    a_page(home, ("Leja unike", "Leje qëndrimi dhe pune."), ("Single permit", "A permit to stay and work."))
    while reindex_some():
        pass


def titles(client, language, **query):
    response = client.get(SEARCH[language], query)
    assert response.status_code == 200
    return [str(result.title) for result in response.context["results"].page.object_list]


def test_a_word_is_found_in_any_case_and_without_its_diacritics(client, library):
    assert titles(client, "sq", q="riintegrimit") == ["Kthimi dhe <mark>riintegrimi</mark>"]
    assert titles(client, "sq", q="qendrim") == ["Leja unike"]


def test_a_glossary_term_finds_its_other_language(client, library):
    assert titles(client, "sq", q="remittances") == ["<mark>Remitancat</mark>"]
    assert titles(client, "en", q="remitancave") == ["Money sent home"]


def test_a_thing_counts_once_and_in_the_readers_language(client, library):
    response = client.get(SEARCH["en"], {"q": "permit"})

    assert response.context["results"].total == 1
    assert titles(client, "en", q="permit") == ["Single <mark>permit</mark>"]


def test_a_word_of_the_other_language_is_shown_below_the_readers_title(client, library):
    response = client.get(SEARCH["sq"], {"q": "counter"})

    [result] = response.context["results"].page.object_list
    assert (result.title, result.language) == ("Kthimi dhe riintegrimi", "sq")
    [passage] = result.passages
    assert (passage.text, passage.language) == ("The first <mark>counter</mark>.", "en")
    assert passage.url.startswith("/en/")
    assertContains(response, '<span lang="en">The first <mark>counter</mark>.</span>', html=True)


def test_a_phrase_keeps_its_words_together(client, library):
    assert titles(client, "en", q='"stay and work"') == ["Single permit"]
    assert titles(client, "en", q='"work and stay"') == []


def test_a_minus_leaves_a_word_out(client, library):
    assert titles(client, "en", q="permit -work") == []


@pytest.mark.parametrize("typed", ['"', '""', "AND", "*", "a:b", "(", "'", "-", "^", "NEAR(", "a" * 5000, "%ff", "  "])
def test_nothing_that_can_be_typed_is_an_error(client, library, typed):
    assert client.get(SEARCH["sq"], {"q": typed, "page": "-1", "kind": "x", "year": "abcd"}).status_code == 200


@pytest.mark.parametrize("number", ["0", "-1", "abc", "9" * 30, "²"])
def test_any_page_number_answers(client, library, number):
    assert client.get(SEARCH["sq"], {"q": "leje", "page": number}).status_code == 200


def test_an_unpublished_page_is_forgotten_and_not_shown_even_before(client, home, library):
    page = StandardPage.objects.get(title="Leja unike")

    page.unpublish()

    assert SearchText.objects.filter(title="Leja unike").exists()
    assert titles(client, "sq", q="unike") == []
    reindex_some()
    assert not SearchText.objects.filter(title="Leja unike").exists()


def test_publishing_queues_a_change_for_the_worker(home):
    a_page(home, ("Azili", "Fjalë."), ("Asylum", "Words."))

    assert SearchChange.objects.filter(kind="page").exists()


def test_writing_everything_anew_gives_the_same_rows(library):
    before = sorted(SearchText.objects.values_list("row__kind", "row__language", "title", "text"))

    queue_everything()
    while reindex_some():
        pass

    assert sorted(SearchText.objects.values_list("row__kind", "row__language", "title", "text")) == before


def test_markup_in_a_title_is_escaped(client, home):
    a_page(home, ("<b>Azili</b>", "x"), ("Asylum", "x"))
    reindex_some()

    assert titles(client, "sq", q="azil") == ["&lt;b&gt;<mark>Azili</mark>&lt;/b&gt;"]


def test_a_misspelt_term_is_met_with_the_nearest(client, library):
    response = client.get(SEARCH["en"], {"q": "remitences"})

    assert [near.term for near in response.context["near"]] == ["remittances"]


def test_the_address_of_search_is_in_the_readers_language():
    with override("sq"):
        assert reverse("search") == "/sq/kerko/"
