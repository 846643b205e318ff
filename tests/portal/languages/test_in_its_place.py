import pytest
from django.template import Context, Template
from django.template.loader import get_template
from django.utils import translation
from wagtail.models import PageViewRestriction, get_page_models

pytestmark = pytest.mark.django_db


def notice(page) -> str:
    with translation.override("en"):
        return " ".join(
            Template("{% load languages %}{% translation_notice page %}").render(Context({"page": page})).split()
        )


def test_the_albanian_is_read_at_the_address_of_an_english_text_that_is_not_out(client, untranslated):
    response = client.get("/en/seminari/")

    html = response.content.decode()
    assert response.status_code == 200
    assert "This page is not yet in English" in html
    assert '<html lang="en">' in html
    assert "Seminari" in html
    assert '<meta name="robots" content="noindex">' in html


def test_nothing_is_read_where_the_albanian_is_not_out_either(client, untranslated):
    untranslated.unpublish()

    assert client.get("/en/seminari/").status_code == 404
    assert client.get("/sq/seminari/").status_code == 404


def test_the_restrictions_of_the_albanian_hold_at_the_english_address(client, untranslated):
    PageViewRestriction.objects.create(
        page=untranslated, restriction_type=PageViewRestriction.PASSWORD, password="fjala"
    )

    assert "This page is not yet in English" not in client.get("/en/seminari/").content.decode()


def test_an_english_text_that_is_out_is_read_itself(client, page):
    html = client.get("/en/rules/").content.decode()

    assert "How comments are read" in html
    assert "not yet in English" not in html


def test_an_english_text_older_than_its_source_says_so_with_both_dates(page, english, rewrite):
    rewrite(page, title="Rregullat e reja")

    html = notice(english(page))

    assert "This translation is older than the Albanian text" in html
    assert html.count("<time") == 2
    assert 'href="/sq/rregullat/" hreflang="sq"' in html


@pytest.mark.parametrize("language", ["sq", "en"])
def test_a_text_in_the_reader_s_language_and_up_to_date_says_nothing(page, english, language):
    with translation.override(language):
        shown = page if language == "sq" else english(page)
        assert (
            Template("{% load languages %}{% translation_notice page %}").render(Context({"page": shown})).strip() == ""
        )


def test_a_foreign_text_is_marked_with_its_language(page, english):
    template = Template("{% load languages %}<article{% language_mark page %}></article>")

    with translation.override("en"):
        assert template.render(Context({"page": page})) == '<article lang="sq"></article>'
        assert template.render(Context({"page": english(page)})) == "<article></article>"


def test_a_comment_s_language_is_marked_by_its_code():
    template = Template("{% load languages %}<q{% language_mark code %}></q>")

    with translation.override("en"):
        assert template.render(Context({"code": "mk"})) == '<q lang="mk"></q>'
        assert template.render(Context({"code": "en"})) == "<q></q>"


OUR_TEMPLATES = {page.template for page in get_page_models() if page.template and "wagtailcore/" not in page.template}


@pytest.mark.parametrize("template", sorted(OUR_TEMPLATES))
def test_every_page_template_marks_the_text_that_may_be_foreign(template):
    assert "language_mark" in get_template(template).template.source
