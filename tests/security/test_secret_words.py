"""Nothing hidden shows: unique words in everything that is not public, and four lesser roles who look everywhere."""

import re
from collections.abc import Iterator

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils.translation import override

from portal.pages.models import StandardPage
from tests.security.cast import MEMBER, STRANGER, client_of
from tests.security.crawl import BEGINNINGS, Crawl, body_of
from tests.security.secrets import HIDDEN_PLACES, _page, plant_secrets, word

pytestmark = pytest.mark.django_db(transaction=True)

LESSER = (STRANGER, MEMBER, "door_helper", "focal_point")
OF_THE_ADMIN = ("focal_point",)
# Who has an account sees what is open to every account.
FOR_ACCOUNTS = {word("private_page"), word("private_document"), word("private_image")}
# What these two are there for.
FOR_THE_DOOR = {word("registered_person")}
ADMIN_PLACES = (
    "/admin/",
    "/admin/pages/",
    "/admin/pages/search/?q={word}",
    "/admin/api/main/pages/?search={word}",
    "/admin/api/main/documents/?search={word}",
    "/admin/api/main/images/?search={word}",
    "/admin/documents/?q={word}",
    "/admin/images/?q={word}",
    "/admin/choose-page/search/?q={word}",
    "/admin/reports/site-history/",
)


@pytest.mark.parametrize("who", LESSER)
def test_no_hidden_word_reaches_a_lesser_role(seeded, who):
    words = plant_secrets()
    call_command("update_search", verbosity=0)
    allowed = FOR_ACCOUNTS if who != STRANGER else set()
    allowed |= FOR_THE_DOOR if who == "door_helper" else set()

    found = {
        f"{secret} at {address}"
        for address, text in everything(who, words)
        for secret in words
        if secret in without_what_was_asked(text, address) and secret not in allowed
    }

    assert found == set()


def test_the_search_of_the_walk_itself_finds_what_is_public(seeded):
    """The positive control: the same walk sees a word on a page that is out, in the list of hits and in the sitemap."""
    secret = word("public")
    _page(secret, is_live=True)
    call_command("update_search", verbosity=0)

    seen = {
        address for address, text in everything(STRANGER, [secret]) if secret in without_what_was_asked(text, address)
    }

    assert any(secret in address for address in seen)
    assert any("?q=" in address for address in seen)
    assert "/sitemap.xml" in seen


@pytest.mark.parametrize("place", ["draft_page", "unpublished_change", "private_page", "expired_page"])
def test_an_administrator_finds_the_hidden_page(seeded, place):
    HIDDEN_PLACES[place](word(place))
    page = StandardPage.objects.order_by("-pk").filter(locale__language_code="sq").first()

    text = body_of(client_of("administrator").get(reverse("wagtailadmin_pages:edit", args=[page.pk])))

    assert word(place) in text


def everything(who: str, words: list[str]) -> Iterator[tuple[str, str]]:
    """All that this person is given: the public site by its links, the search for each word, and the editors' screens.

    Whoever may enter the admin sees the public site as a member does: of them, only the admin is walked.
    """
    places = [place.format(word=secret) for place in ADMIN_PLACES for secret in words]
    if who in OF_THE_ADMIN:
        walk = Crawl(client_of(who), within="/admin/").everything(dict.fromkeys(places))
    else:
        beginnings = [*BEGINNINGS, *(address for secret in words for address in searches(secret))]
        walk = Crawl(client_of(who)).everything([*beginnings, *dict.fromkeys(places)])
    for address, _response, text in walk:
        yield address, text


def searches(secret: str) -> list[str]:
    addresses = []
    for language in ("sq", "en"):
        with override(language):
            addresses.append(f"{reverse('search')}?q={secret}")
    return addresses


def without_what_was_asked(text: str, address: str) -> str:
    """A page may repeat the words that were searched for: what counts is what else it says."""
    text = re.sub(r"(?:q|search)(?:=|%3D|%253D)\w+", "", text)  # also where a sign-in leads on to
    asked = address.partition("?q=")[2] or address.partition("?search=")[2]
    if not asked:
        return text
    for echo in (
        f'value="{asked}"',
        f"<title>{asked}",
        f"?q={asked}",
        f"q={asked}",
        f"“{asked}”",
        f"«{asked}»",
        f"„{asked}“",
        f"search={asked}",
    ):
        text = text.replace(echo, "")
    return text
