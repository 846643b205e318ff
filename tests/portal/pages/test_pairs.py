from wagtail.models import Locale
from wagtail_localize.models import Translation

from portal.languages.enums import Language
from portal.pages.models import StandardPage
from portal.pages.services import PageWords, create_page_pair, publish_page_pair, unpublish_page_pair

WORDS = {
    Language.ALBANIAN: PageWords(
        title="Rreth projektit",
        fields={
            "body": [
                ("heading", "Kush"),
                ("paragraph", "<p>Një fjali me <b>forcë</b>.</p>"),
                ("steps", [{"title": "Një", "text": "Lexoni."}]),
            ]
        },
    ),
    Language.ENGLISH: PageWords(
        title="About the project",
        slug="about",
        fields={
            "body": [
                ("heading", "Who"),
                ("paragraph", "<p>A sentence with <b>force</b>.</p>"),
                ("steps", [{"title": "One", "text": "Read."}]),
            ]
        },
    ),
}


def english(page):
    return page.get_translation(Locale.objects.get(language_code="en")).specific


def test_a_pair_is_two_drafts_each_with_its_own_address_word(home):
    page = create_page_pair(StandardPage, parent=home, words=WORDS)

    assert (page.slug, english(page).slug) == ("rreth-projektit", "about")
    assert not page.live
    assert not english(page).live


def test_saving_the_translation_again_keeps_the_english_that_was_typed(home):
    page = create_page_pair(StandardPage, parent=home, words=WORDS)

    Translation.objects.get(source__object_id=page.translation_key).save_target(publish=True)

    target = english(page)
    assert target.title == "About the project"
    assert target.slug == "about"
    assert target.body[0].value == "Who"
    assert "A sentence with <b>force</b>." in str(target.body[1].value)
    assert target.body[2].value[0]["text"] == "Read."


def test_both_languages_are_published_and_taken_down_together(home):
    page = create_page_pair(StandardPage, parent=home, words=WORDS)

    publish_page_pair(page)
    assert english(page).live

    unpublish_page_pair(page)
    assert not english(page).live


def test_a_taken_address_word_gets_a_number(home):
    create_page_pair(StandardPage, parent=home, words=WORDS)

    second = create_page_pair(StandardPage, parent=home, words=WORDS)

    assert (second.slug, english(second).slug) == ("rreth-projektit-2", "about-2")
