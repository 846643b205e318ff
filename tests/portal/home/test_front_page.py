import pytest

from portal.delivery.generation import write_new_generation
from portal.home.pages import HomePage, NewsIndexPage, NewsPage
from portal.languages.enums import Language
from portal.pages.models import Partner, ProjectWords, StandardPage
from portal.pages.services import PageWords, create_page_pair, publish_page_pair


def pair(page_class, parent, sq: str, en: str, fields=None, **facts):
    words = {
        Language.ALBANIAN: PageWords(title=sq, fields=fields or {}),
        Language.ENGLISH: PageWords(title=en, fields=fields or {}),
    }
    page = create_page_pair(page_class, parent=parent, words=words, facts=facts)
    publish_page_pair(page)
    return page


def test_the_front_page_answers_in_both_languages_with_nothing_loaded(client, home):
    for address, said in (("/sq/", "Sot nuk ka asnjë konsultim të hapur."), ("/en/", "No consultation is open today.")):
        assert said in client.get(address).content.decode()


def test_the_front_page_asks_few_questions(client, home, django_assert_max_num_queries):
    client.get("/sq/")

    with django_assert_max_num_queries(2):
        client.get("/sq/")


def test_the_footer_names_the_project_and_links_pages_by_their_code(client, home):
    ProjectWords.objects.create(pk=1, line_sq="Kush qëndron pas.", line_en="Who stands behind.", disclaimer_sq="Mohim.")
    Partner.objects.create(role_sq="Zbatues", role_en="Carried out by", name_sq="IOM Tirana", name_en="IOM Tirana")
    pair(StandardPage, home, "Privatësia", "Privacy", code="privacy")

    page = client.get("/en/").content.decode()

    assert "Who stands behind." in page
    assert "Carried out by" in page
    assert '<a href="/en/privacy/">Privacy</a>' in page


def test_a_footer_page_that_is_taken_down_is_no_longer_linked(client, home):
    page = pair(StandardPage, home, "Privatësia", "Privacy", code="privacy")
    assert "/sq/privatesia/" in client.get("/sq/").content.decode()

    page.refresh_from_db()
    page.unpublish()
    write_new_generation()  # the transaction of a test never commits

    assert "/sq/privatesia/" not in client.get("/sq/").content.decode()


@pytest.fixture
def news(home):
    index = pair(NewsIndexPage, home, "Lajme", "News")
    pair(NewsPage, index, "I vjetër", "Old", day="2026-01-05")
    pair(NewsPage, index, "I ri", "New", day="2026-02-05")
    pair(NewsPage, index, "Shembull", "Example", day="2026-03-05", is_example=True)
    return index


def test_news_is_listed_newest_first_and_examples_say_so(client, news):
    page = client.get("/sq/lajme/")

    assert [item.title for item in page.context["news"]] == ["Shembull", "I ri", "I vjetër"]
    assert "status--example" in page.content.decode()


def test_the_feed_leaves_examples_out(client, news):
    feed = client.get("/en/news/feed/").content.decode()

    assert "<title>New</title>" in feed
    assert "Example" not in feed


def test_an_example_page_is_kept_from_search_engines(client, news):
    example = NewsPage.objects.get(title="Shembull")

    assert '<meta name="robots" content="noindex">' in client.get(example.url).content.decode()


def test_the_sitemap_lists_both_languages_and_no_examples(client, news):
    sitemap = client.get("/sitemap.xml").content.decode()

    assert "/sq/lajme/i-ri/" in sitemap
    assert 'hreflang="en"' in sitemap
    assert "shembull" not in sitemap


@pytest.mark.parametrize("number", ["0", "-1", "abc", "9" * 30])
def test_any_page_number_of_the_news_answers(client, news, number):
    assert client.get("/sq/lajme/", {"page": number}).status_code == 200


def test_home_and_index_pages_stay_where_they_are(home, django_user_model):
    administrator = django_user_model.objects.create_superuser("a@example.al", "x")

    permissions = HomePage.objects.get(pk=home.pk).permissions_for_user(administrator)

    assert not any(
        [permissions.can_copy(), permissions.can_move(), permissions.can_unpublish(), permissions.can_delete()]
    )
