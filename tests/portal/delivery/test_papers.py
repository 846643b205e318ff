"""A paper is told once, and comes out as PDF and as Word with all its words."""

from datetime import date
from io import BytesIO

import mammoth
import pypdfium2

from portal.delivery.papers import Facts, Heading, Listed, Paper, Quote, Table, Text, write_docx, write_pdf

PAPER = Paper(
    title="Raport <shembull> & një",
    lang="sq",
    author="Portali",
    above="Sipër",
    notice="Kjo është shembull.",
    foot="Fundi",
    blocks=(
        Heading("Kapitulli"),
        Text("Paragrafi i parë\nrreshti i dytë\n\nParagrafi tjetër #let x = 1"),
        Heading("More", level=3, lang="en"),
        Quote("*not bold* <b>\x00 & ‮bidi", lang="rom"),
        Facts((("Emri", "Vlera"),)),
        Listed(("një", "dy")),
        Table("Tabela", ("A", "B"), (("=1+1", "2"), ("ë", "ç"))),
    ),
)


def test_the_pdf_is_tagged_and_sets_marks_as_text():
    content = write_pdf(PAPER, date(2026, 1, 2))
    document = pypdfium2.PdfDocument(content)
    text = " ".join(page.get_textpage().get_text_range() for page in document)
    assert b"/StructTreeRoot" in content
    assert document.get_metadata_value("Title") == PAPER.title
    for words in ("Raport <shembull> & një", "rreshti i dytë", "#let x = 1", "*not bold* <b>", "=1+1"):
        assert words in text


def test_a_character_that_no_font_has_does_not_stop_the_pdf():
    paper = Paper(title="x", lang="en", author="y", blocks=(Quote("Po 😀 一 fund \\u0001 \x01.", lang="zh-Hant"),))
    page = pypdfium2.PdfDocument(write_pdf(paper, date(2026, 1, 2)))[0]
    assert "fund" in page.get_textpage().get_text_range()


def test_the_word_document_is_read_back_with_its_headings_and_tables():
    read = mammoth.convert_to_html(BytesIO(write_docx(PAPER).read())).value
    assert "<h1>Kapitulli</h1>" in read
    assert "<h2>More</h2>" in read
    assert "rreshti i dytë" in read
    assert "*not bold* &lt;b&gt;" in read
    assert "<table>" in read
    assert "=1+1" in read
