"""The editors' one form, and the ones that follow."""

import io

import pytest
from django.urls import reverse

from library.publications.records import Publication, PublicationFile, Relation
from library.publications.services import attach_file, relate
from portal.accounts.enums import Role
from tests.library.conftest import a_pdf

WORDS = {
    "title_sq": "Ligj nr. 1/2026",
    "title_en": "Law No. 1/2026",
    "title_sq_status": "official",
    "title_en_status": "translated",
    "summary_sq": "Përmbledhje.",
    "summary_en": "Summary.",
    "slug_sq": "",
    "slug_en": "",
    "code": "",
}
FACTS = {
    "kind": "law",
    "stage": "published",
    "number": "1/2026",
    "date": "2026-01-15",
    "date_precision": "day",
    "period_precision": "year",
    "official_page": "text",
    "is_verified": "on",
    "languages": ["sq", "it"],
    "topics": ["asylum", "return"],
}


@pytest.fixture
def editor(client, library, somebody):
    client.force_login(somebody(Role.EDITOR))
    return client


def test_one_form_makes_the_record_both_pages_and_the_first_file(editor):
    upload = io.BytesIO(a_pdf())
    upload.name = "ligji.pdf"

    answer = editor.post(reverse("publication:add"), WORDS | FACTS | {"upload": upload, "upload_language": "sq"})

    publication = Publication.objects.get()
    assert answer["Location"] == reverse("publication:edit", args=[publication.pk])
    assert (publication.code, publication.languages, publication.topics) == ("ligj-nr-12026", "sq it", "asylum return")
    assert publication.pages.count() == 2
    assert publication.files.get().name == "ligji.pdf"


@pytest.mark.parametrize(
    ("name", "content"), [("a.pdf", b"<html>"), ("a.exe", b"MZ"), ("a.docx", b"PK\x03\x04"), ("a.pdf", b"%PDF-1.4")]
)
def test_a_file_that_lies_comes_back_with_what_was_typed(editor, name, content):
    upload = io.BytesIO(content)
    upload.name = name

    answer = editor.post(reverse("publication:add"), WORDS | FACTS | {"upload": upload, "upload_language": "sq"})

    assert answer.status_code == 200
    assert b"Ligj nr. 1/2026" in answer.content
    assert not Publication.objects.exists()


@pytest.mark.parametrize(
    "typed",
    [
        {"title_sq": "", "title_en": ""},
        {"title_sq": "x" * 501},
        {"title_sq": "a\x00b"},
        {"summary_sq": "x" * 10_000_000},
        {"date": "yesterday"},
        {"code": "not a slug"},
        {"period_start": "2022-01-01", "period_end": "2019-01-01"},
        {"stage": "planned"},
        {"official_url": "javascript:alert(1)"},
        {"kind": "novel"},
    ],
)
def test_bad_words_come_back_with_an_error_and_nothing_is_made(editor, typed):
    answer = editor.post(reverse("publication:add"), WORDS | FACTS | typed)

    assert answer.status_code == 200
    assert not Publication.objects.exists()


def test_a_second_publication_of_one_title_gets_its_own_code_and_address(editor):
    for _ in range(2):
        editor.post(reverse("publication:add"), WORDS | FACTS)

    assert set(Publication.objects.values_list("code", flat=True)) == {"ligj-nr-12026", "ligj-nr-12026-2"}


def test_a_code_that_is_taken_is_refused(editor):
    editor.post(reverse("publication:add"), WORDS | FACTS | {"code": "law"})

    answer = editor.post(reverse("publication:add"), WORDS | FACTS | {"code": "law"})

    assert answer.status_code == 200
    assert Publication.objects.count() == 1


def test_a_change_reaches_the_pages_that_are_out(editor, a_publication):
    publication = a_publication()

    editor.post(reverse("publication:edit", args=[publication.pk]), WORDS | FACTS)

    assert set(publication.pages.filter(live=True).values_list("title", flat=True)) == {
        "Ligj nr. 1/2026",
        "Law No. 1/2026",
    }


def test_looking_asks_and_the_button_publishes_and_takes_down(editor, a_publication):
    publication = a_publication(published=False)
    publish, unpublish = (reverse(f"publication:{deed}", args=[publication.pk]) for deed in ("publish", "unpublish"))

    assert editor.get(publish).status_code == 200
    assert not publication.pages.filter(live=True).exists()
    editor.post(publish)
    assert publication.pages.filter(live=True).count() == 2
    editor.post(unpublish)
    assert not publication.pages.filter(live=True).exists()


def test_files_and_relations_are_kept_by_their_own_forms(editor, a_publication):
    one, other = a_publication("one"), a_publication("other")
    upload = io.BytesIO(a_pdf())
    upload.name = "a.pdf"

    editor.post(reverse("publicationfile:add"), {"publication": one.pk, "upload": upload, "language": "sq"})
    file = PublicationFile.objects.get()
    editor.post(reverse("publicationfile:edit", args=[file.pk]), {"name": "b.pdf", "language": "en"})
    editor.post(reverse("relation:add"), {"subject": one.pk, "verb": "amends", "object": other.pk, "is_verified": "on"})
    relation = Relation.objects.get()
    editor.post(
        reverse("relation:edit", args=[relation.pk]), {"subject": one.pk, "verb": "repeals", "object": other.pk}
    )

    assert PublicationFile.objects.values_list("name", "language").get() == ("b.pdf", "en")
    assert Relation.objects.values_list("verb", "is_verified").get() == ("repeals", False)

    editor.post(reverse("publicationfile:delete", args=[file.pk]))
    editor.post(reverse("relation:delete", args=[Relation.objects.get().pk]))
    assert not PublicationFile.objects.exists()
    assert not Relation.objects.exists()


def test_a_relation_to_itself_is_refused_on_the_form(editor, a_publication):
    one = a_publication()

    answer = editor.post(reverse("relation:add"), {"subject": one.pk, "verb": "amends", "object": one.pk})

    assert answer.status_code == 200
    assert not Relation.objects.exists()


def test_the_same_file_twice_is_refused_on_the_form(editor, a_publication):
    one = a_publication()
    attach_file(publication=one, upload=io.BytesIO(a_pdf()), name="a.pdf", language="sq")
    upload = io.BytesIO(a_pdf())
    upload.name = "b.pdf"

    answer = editor.post(reverse("publicationfile:add"), {"publication": one.pk, "upload": upload, "language": "sq"})

    assert answer.status_code == 200
    assert PublicationFile.objects.count() == 1


def test_what_a_strategy_points_to_is_kept_with_a_sentence(editor, a_publication, a_strategy):
    publication = a_publication()
    a_strategy(publication=publication)

    answer = editor.post(reverse("publication:delete", args=[publication.pk]), follow=True)

    assert answer.status_code in (200, 403)
    assert Publication.objects.filter(pk=publication.pk).exists()


@pytest.mark.parametrize("name", ["publication:index", "publicationfile:index", "relation:index", "publication:add"])
def test_the_lists_open(editor, a_publication, name):
    relate(subject=a_publication("a"), verb="amends", object=a_publication("b"), is_verified=True)

    assert editor.get(reverse(name)).status_code == 200


@pytest.mark.parametrize("role", [Role.TRANSLATOR, Role.COORDINATOR, Role.SECRETARIAT])
def test_others_have_no_key_to_the_library(client, library, somebody, role):
    client.force_login(somebody(role))

    client.post(reverse("publication:add"), WORDS | FACTS)

    assert not Publication.objects.exists()
