import pytest
from django.template import Context, Template
from django.test import RequestFactory
from django.urls import resolve
from django.utils import translation

from portal.languages.enums import Language
from portal.languages.head import language_head
from portal.languages.switch import language_links

pytestmark = pytest.mark.django_db


def a_request(path: str, **query: str):
    request = RequestFactory().get(path, query or None)
    with translation.override(path.split("/")[1]):
        request.resolver_match = resolve(request.path_info)
    return request


def links(request, language: str = "sq", **about: object) -> dict[str, str]:
    with translation.override(language):
        return {link.code: link.url for link in language_links(request, **about)}


def test_a_page_leads_to_its_translation_with_filters_and_page_number(page):
    request = a_request("/sq/rregullat/", kind="law", page="2")

    assert links(request, page=page) == {
        "sq": "/sq/rregullat/?kind=law&page=2",
        "en": "/en/rules/?kind=law&page=2",
    }


def test_a_page_that_is_not_translated_leads_to_its_english_address(untranslated):
    assert links(a_request("/sq/seminari/"), page=untranslated)["en"] == "/en/seminari/"


def test_a_page_without_any_english_leads_to_the_front_page(page, english):
    english(page).delete()

    assert links(a_request("/sq/rregullat/"), page=page)["en"] == "/en/"


def test_a_route_leads_to_the_same_route_in_the_other_words(home):
    assert links(a_request("/sq/llogaria/login/", next="/sq/"))["en"].startswith("/en/account/login/?next=")


def test_a_view_may_know_its_other_address(home):
    addresses = {"sq": "/sq/konsultime/3/", "en": "/en/consultations/3/"}

    assert (
        links(a_request("/sq/llogaria/login/", page="2"), other_addresses=addresses)["en"]
        == "/en/consultations/3/?page=2"
    )


def test_an_address_that_leads_nowhere_leads_to_the_front_page(home):
    assert links(a_request("/sq/nuk-ka/")) == {"sq": "/sq/", "en": "/en/"}


def test_the_language_being_read_is_marked(page):
    with translation.override("en"):
        here = {link.code: link.here for link in language_links(a_request("/sq/rregullat/"), page=page)}

    assert here == {Language.ALBANIAN: False, Language.ENGLISH: True}


def test_a_page_asks_the_database_once(page, django_assert_num_queries):
    request = a_request("/sq/rregullat/")
    language_links(request, page=page)  # the site's root paths, remembered for the request
    del page._page_versions

    with django_assert_num_queries(1):
        language_links(request, page=page)
        language_head(request, page=page)


def head(page, language: str, query: str = ""):
    with translation.override(language):
        return language_head(a_request(f"/{language}/rregullat/{query}"), page=page)


def test_search_engines_are_told_of_both_languages_of_a_translated_page(page, settings):
    settings.WAGTAILADMIN_BASE_URL = "https://portal.example"

    told = head(page, "sq", "?kind=law&page=2")

    assert told.canonical == "https://portal.example/sq/rregullat/?page=2"
    assert told.alternates == {
        "sq": "https://portal.example/sq/rregullat/?page=2",
        "en": "https://portal.example/en/rules/?page=2",
    }


def test_search_engines_are_not_told_of_a_translation_that_is_not_out(untranslated):
    assert head(untranslated, "sq").alternates == {}


def test_a_text_that_stands_in_for_another_is_kept_out_of_search_engines(untranslated, settings):
    settings.WAGTAILADMIN_BASE_URL = "https://portal.example"

    told = head(untranslated, "en")

    assert (told.canonical, told.alternates, told.stands_in) == ("https://portal.example/sq/seminari/", {}, True)


def test_the_head_is_written_as_links(page, settings):
    settings.WAGTAILADMIN_BASE_URL = "https://portal.example"
    context = Context({"page": page, "request": a_request("/sq/rregullat/")})

    with translation.override("sq"):
        html = Template("{% load languages %}{% language_head %}").render(context)

    assert '<link rel="alternate" hreflang="en" href="https://portal.example/en/rules/">' in html
    assert "noindex" not in html
