import json

import pypdfium2
import pytest

from library.publications.enums import FileLanguage
from library.publications.records import PublicationFile
from library.publications.services import change_publication, make_information_sheet, relate
from library.publications.services.read_files import pages_of_pdf


def bytes_of(sheet):
    return sheet.file.open("rb").read()


@pytest.fixture
def a_law(a_publication):
    law = a_publication("law", number="146/2014", title_en_status="translated", summary="")
    relate(subject=a_publication("other", title_sq="Ligji #tjetër* $x$"), verb="repeals", object=law, is_verified=True)
    return law


def test_it_says_in_both_languages_what_it_is(a_law):
    sheet = make_information_sheet(publication=a_law)

    albanian, english = pages_of_pdf(bytes_of(sheet))
    assert "Titulli i law" in albanian
    assert "146/2014" in albanian
    assert "It is not the official text" in english.replace("\n", " ")
    assert "our translation of the title" in english
    assert (sheet.is_information_sheet, sheet.language, sheet.page_count) == (True, FileLanguage.MULTIPLE, 2)


def test_words_are_never_read_as_markup(a_law):
    albanian, _english = pages_of_pdf(bytes_of(make_information_sheet(publication=a_law)))

    assert "Ligji #tjetër* $x$" in albanian


def test_it_is_tagged_and_titled_for_reading_aloud(a_law):
    content = bytes_of(make_information_sheet(publication=a_law))

    assert b"pdfuaid" in content
    assert pypdfium2.PdfDocument(content).get_metadata_dict()["Title"] == "Titulli i law"
    assert b"/MarkInfo" in content


def test_an_unchanged_record_keeps_its_sheet_and_a_changed_one_gets_another(a_law):
    first = make_information_sheet(publication=a_law)
    assert make_information_sheet(publication=a_law) == first

    change_publication(publication=a_law, facts={"number": "147/2014"})
    second = make_information_sheet(publication=a_law)

    assert list(PublicationFile.objects.all()) == [second]
    assert second.sha256 != first.sha256


def test_internal_sources_never_reach_it(a_publication):
    law = a_publication(provenance="https://docslib.org/secret-copy")

    sheet = make_information_sheet(publication=law)

    assert "docslib" not in json.dumps(pages_of_pdf(bytes_of(sheet)))
