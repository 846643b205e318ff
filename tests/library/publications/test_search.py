from library.publications.search import SEARCHABLES
from library.publications.services import make_information_sheet, read_waiting_file, unpublish_publication

(PUBLICATIONS,) = SEARCHABLES


def test_a_publication_is_found_in_each_language_that_it_is_told_in(a_publication):
    publication = a_publication(number="146/2014")

    entries = {entry.language: entry for entry in PUBLICATIONS.entries()}

    assert {code: (entry.title, entry.url) for code, entry in entries.items()} == {
        "sq": ("Titulli i law-1", "/sq/biblioteka/titulli-i-law-1/"),
        "en": ("Title of law-1", "/en/library/title-of-law-1/"),
    }
    assert "Përmbledhja e law-1." in entries["sq"].text
    assert "146/2014" in entries["en"].text
    assert {entry.key for entry in entries.values()} == {publication.pk}


def test_a_page_of_a_file_leads_to_that_page(a_publication):
    sheet = make_information_sheet(publication=a_publication())
    read_waiting_file()

    pages = [entry for entry in PUBLICATIONS.entries() if "#page=" in entry.url]

    assert [(entry.language, entry.where, entry.url) for entry in pages] == [
        ("sq", "faqja 1", f"/sq/biblioteka/skedare/{sheet.pk}/{sheet.name}#page=1"),
        ("en", "page 2", f"/en/library/files/{sheet.pk}/{sheet.name}#page=2"),
    ]


def test_what_is_not_public_is_neither_told_nor_shown(a_publication):
    shown, hidden = a_publication("shown"), a_publication("hidden", provenance="docslib")
    assert "docslib" not in "".join(entry.text for entry in PUBLICATIONS.entries())
    unpublish_publication(publication=hidden)

    assert {entry.key for entry in PUBLICATIONS.entries()} == {shown.pk}
    assert list(PUBLICATIONS.entries([hidden.pk])) == []
    assert PUBLICATIONS.visible(None, [shown.pk, hidden.pk]) == {shown.pk}


def test_a_page_names_its_publication(a_publication, library):
    publication = a_publication()

    assert PUBLICATIONS.keys_of(publication.pages.first()) == [publication.pk]
    assert PUBLICATIONS.keys_of(library) == []
