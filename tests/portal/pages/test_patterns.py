import re

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from portal.home.pages import HomePage
from portal.pages.patterns.marks import SWATCHES
from portal.pages.stylesheet import STATIC

LANGUAGES = pytest.mark.parametrize("language", ["sq", "en"])


def address(language: str) -> str:
    with override(language):
        return reverse("patterns")


@LANGUAGES
def test_the_pattern_page_speaks_each_language(client: Client, home: HomePage, language: str):
    response = client.get(address(language))

    assert response.status_code == 200
    assert f'<html lang="{language}">' in response.text


@LANGUAGES
def test_the_pattern_page_says_that_it_is_invented_and_stays_out_of_search_engines(
    client: Client, home: HomePage, language: str
):
    html = client.get(address(language)).text

    assert "notice--strip" in html
    assert re.search(r'<meta name="robots" content="[^"]*noindex', html)


@LANGUAGES
def test_no_two_things_on_the_pattern_page_share_an_id(client: Client, home: HomePage, language: str):
    ids = re.findall(r'\sid="([^"]+)"', client.get(address(language)).text)

    assert sorted(ids) == sorted(set(ids))


@LANGUAGES
def test_every_reference_on_the_pattern_page_leads_to_something(client: Client, home: HomePage, language: str):
    html = client.get(address(language)).text
    ids = set(re.findall(r'\sid="([^"]+)"', html))
    references = " ".join(re.findall(r'(?:aria-labelledby|aria-describedby|\sfor|href)="#?([^"/?]+)"', html)).split()

    assert references
    assert [reference for reference in references if reference not in ids] == []


def test_the_pattern_page_only_shows(client: Client, home: HomePage):
    assert client.post(address("sq")).status_code == 405


def test_the_swatches_show_the_colours_that_the_portal_wears():
    tokens = (STATIC / "css" / "tokens.css").read_text(encoding="utf-8")

    assert [value for value in SWATCHES.values() if value not in tokens] == []
