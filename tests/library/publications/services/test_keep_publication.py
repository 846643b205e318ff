import io

import pytest

from library.publications.errors import NotAnEditor, StillPointedAt
from library.publications.pages import PublicationPage
from library.publications.records import Publication
from library.publications.services import (
    attach_file,
    change_publication,
    keep_publication,
    publish_publication,
    relate,
    remove_publication,
    unpublish_publication,
)
from library.strategy.records import Strategy
from portal.accounts.enums import Role
from portal.languages.enums import Language
from portal.search.models import SearchChange
from tests.library.conftest import a_pdf

FACTS = {"title_sq": "Ligj nr. 146/2014 «Për konsultimin»", "title_en": "Law No. 146/2014", "kind": "law"}


def test_one_set_of_words_makes_the_record_and_both_draft_pages(library):
    words = {Language.ALBANIAN: {"summary": "Shqip."}, Language.ENGLISH: {"summary": "English."}}

    publication = keep_publication(code="law-146-2014", facts=FACTS, words=words)

    pages = {page.locale.language_code: page for page in publication.pages.all()}
    assert {code: (page.slug, page.title, page.summary, page.live) for code, page in pages.items()} == {
        "sq": ("ligj-nr-146-2014-per-konsultimin", FACTS["title_sq"], "Shqip.", False),
        "en": ("law-no-146-2014", FACTS["title_en"], "English.", False),
    }


def test_a_code_that_is_there_is_found_and_left_alone(library):
    first = keep_publication(code="law", facts=FACTS)

    again = keep_publication(code="law", facts={"title_sq": "Tjetër", "kind": "study"})

    assert again == first
    assert Publication.objects.get().title_sq == FACTS["title_sq"]
    assert PublicationPage.objects.count() == 2


def test_a_title_too_long_for_the_page_tree_is_kept_whole_on_the_record(library):
    title = "Vendim " + "për dhënien e mbrojtjes së përkohshme " * 10

    publication = keep_publication(code="long", facts=FACTS | {"title_sq": title.strip()})

    assert publication.title_sq == title.strip()
    assert len(publication.pages.get(locale__language_code="sq").title) <= 255


@pytest.mark.parametrize("title", ["2019", "Skedare", "«»"])
def test_no_title_takes_an_address_that_the_room_uses(library, title):
    publication = keep_publication(code="x", facts=FACTS | {"title_sq": title})

    slug = publication.pages.get(locale__language_code="sq").slug
    assert slug
    assert not slug.isdecimal()
    assert slug != "skedare"


def test_english_goes_out_only_when_nothing_of_it_is_missing(library):
    half = keep_publication(code="half", facts=FACTS, words={Language.ALBANIAN: {"summary": "Vetëm shqip."}})
    whole = keep_publication(
        code="whole",
        facts=FACTS,
        words={Language.ALBANIAN: {"summary": "Shqip."}, Language.ENGLISH: {"summary": "English."}},
    )

    publish_publication(publication=half)
    publish_publication(publication=whole)

    assert set(half.pages.filter(live=True).values_list("locale__language_code", flat=True)) == {"sq"}
    assert set(whole.pages.filter(live=True).values_list("locale__language_code", flat=True)) == {"sq", "en"}


def test_new_titles_reach_both_pages_at_once(a_publication):
    publication = a_publication()

    change_publication(
        publication=publication,
        facts={"title_sq": "Titull i ri", "title_en": "New title"},
        words={Language.ALBANIAN: {"summary": "E re."}, Language.ENGLISH: {"summary": "New."}},
    )

    pages = {page.locale.language_code: page for page in PublicationPage.objects.select_related("locale")}
    assert {code: (page.title, page.summary, page.live) for code, page in pages.items()} == {
        "sq": ("Titull i ri", "E re.", True),
        "en": ("New title", "New.", True),
    }


def test_taking_it_down_takes_every_language_along(a_publication):
    publication = a_publication()

    unpublish_publication(publication=publication)

    assert not publication.pages.filter(live=True).exists()


def test_removing_takes_pages_relations_files_and_bytes_along(a_publication, django_capture_on_commit_callbacks):
    kept, gone = a_publication("kept"), a_publication("gone")
    relate(subject=gone, verb="repeals", object=kept, is_verified=True)
    file = attach_file(publication=gone, upload=io.BytesIO(a_pdf()), name="a.pdf", language="sq")
    storage, name = file.file.storage, file.file.name

    with django_capture_on_commit_callbacks(execute=True):
        remove_publication(publication=gone)

    assert list(Publication.objects.all()) == [kept]
    assert PublicationPage.objects.count() == 2
    assert not kept.relations_to.exists()
    assert not storage.exists(name)


def test_what_a_strategy_points_to_stays(a_publication, a_strategy):
    publication = a_publication()
    a_strategy(publication=publication)

    with pytest.raises(StillPointedAt):
        remove_publication(publication=publication)

    assert Strategy.objects.get().publication == publication
    assert publication.pages.count() == 2


@pytest.mark.parametrize("role", [Role.TRANSLATOR, Role.MODERATOR, Role.ORGANISER])
def test_only_editors_keep_the_library(library, somebody, role):
    with pytest.raises(NotAnEditor):
        keep_publication(code="x", facts=FACTS, user=somebody(role))

    keep_publication(code="x", facts=FACTS, user=somebody(Role.EDITOR))


def test_search_is_told_of_every_change(a_publication):
    publication = a_publication()
    SearchChange.objects.all().delete()

    change_publication(publication=publication, facts={"number": "1/2020"})

    assert ("publication", publication.pk) in SearchChange.objects.values_list("kind", "key")
