from datetime import timedelta
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError

from consultation.errors import DraftNotReadable, NotAllowed, VersionFrozen
from consultation.services import (
    ProvisionRow,
    ProvisionWords,
    add_draft_version,
    add_provisions,
    announce_consultation,
    edit_provision,
    import_draft,
)
from consultation.services.draft import as_typed, clean_text
from consultation.services.import_docx import read_document
from tests.consultation.conftest import move, provision_of
from tests.consultation.docx import docx, table


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("", ""),
        ("Një rresht\nvazhdon.\n\nI dyti.", "<p>Një rresht vazhdon.</p><p>I dyti.</p>"),
        ("a & b", "<p>a &amp; b</p>"),
        ("<p>Po<script>alert(1)</script></p>", "<p>Po</p>"),
        ('<p style="color:red" onclick="x()">Po</p>', "<p>Po</p>"),
        ("<h2>Titull</h2>", "<p>Titull</p>"),
        ("<ol><li>një</li></ol>", "<ol><li>një</li></ol>"),
        ('<p><a href="javascript:x">lidhje</a></p>', "<p>lidhje</p>"),
    ],
)
def test_a_provision_keeps_paragraphs_lists_and_tables_only(typed, kept):
    assert clean_text(typed) == kept


@pytest.mark.parametrize("typed", ["", "Një.\n\nDy & tri.", "a < b", "<p>Një</p><ul><li>dy</li></ul>"])
def test_what_an_editor_sees_again_is_what_was_typed(typed):
    assert as_typed(clean_text(typed)) == typed
    assert clean_text(as_typed(clean_text(typed))) == clean_text(typed)


def test_anchors_are_short_and_never_twice_in_a_draft(start):
    version = start(provisions=1).versions.get()

    made = add_provisions(
        version=version,
        by=None,
        rows=[
            ProvisionRow(ProvisionWords(text_sq="a"), label="1"),
            ProvisionRow(ProvisionWords(text_sq="b"), label="3/a"),
            ProvisionRow(ProvisionWords(text_sq="c")),
            ProvisionRow(ProvisionWords(heading_sq="d"), label="II", kind="heading"),
            ProvisionRow(ProvisionWords(text_sq="e"), label="1", anchor="fjala"),
        ],
    )

    assert [each.anchor for each in made] == ["p1-2", "p3a", "p5", "sii", "fjala"]


def test_a_draft_can_be_corrected_until_it_opens_and_no_longer(start, coordinator):
    consultation = announce_consultation(consultation=start(), by=None)
    row = provision_of(consultation)
    words = ProvisionWords("Ri", "New", "Ri.", "New.")
    assert edit_provision(provision=row, by=coordinator, label="1", words=words).text_sq == "<p>Ri.</p>"

    move(consultation, closes_in=timedelta(days=1))

    with pytest.raises(VersionFrozen):
        edit_provision(provision=row, by=coordinator, label="1", words=words)
    with pytest.raises(VersionFrozen):
        add_provisions(version=row.version, rows=[ProvisionRow(words)], by=coordinator)


def test_others_do_not_write_drafts(start, moderator):
    version = start().versions.get()

    with pytest.raises(NotAllowed):
        add_provisions(version=version, rows=[ProvisionRow(ProvisionWords(text_sq="a"))], by=moderator)
    with pytest.raises(NotAllowed):
        add_draft_version(consultation=version.consultation, by=moderator)


def test_the_next_version_has_the_next_number(start):
    consultation = start()

    assert add_draft_version(consultation=consultation, by=None).number == 2


def test_an_empty_row_is_refused(start):
    with pytest.raises(ValidationError):
        add_provisions(version=start().versions.get(), rows=[ProvisionRow(ProvisionWords(text_en="x"))], by=None)


def rows_of(paragraphs, **more):
    return [
        (str(row.kind), row.label, row.heading, "".join(row.parts))
        for row in read_document(BytesIO(docx(paragraphs, **more)))
    ]


def test_headings_articles_and_numbered_paragraphs_become_rows():
    rows = rows_of(
        [
            ("Heading1", "KREU I Dispozita të përgjithshme"),
            ("Heading2", "Neni 1 Qëllimi"),
            ("", "Ky ligj rregullon."),
            ("", "Vazhdon këtu."),
            ("", "2. Parimet & rregullat."),
            ("", "Neni 3. Përkufizime"),
            ("", "Në këtë ligj:"),
        ],
        body=table(("Treguesi", "Vlera"), ("Një", "2")),
    )

    assert rows == [
        ("heading", "I", "Dispozita të përgjithshme", ""),
        ("provision", "1", "Qëllimi", "<p>Ky ligj rregullon.</p><p>Vazhdon këtu.</p>"),
        ("provision", "2", "", "<p>Parimet &amp; rregullat.</p>"),
        (
            "provision",
            "3",
            "Përkufizime",
            "<p>Në këtë ligj:</p><table><tr><td><p>Treguesi</p></td><td><p>Vlera</p></td></tr>"
            "<tr><td><p>Një</p></td><td><p>2</p></td></tr></table>",
        ),
    ]


def test_text_without_numbers_is_one_provision_below_its_heading():
    assert rows_of([("Heading1", "Hyrje"), ("", "Një."), ("", "Dy.")]) == [
        ("heading", "", "Hyrje", ""),
        ("provision", "", "", "<p>Një.</p><p>Dy.</p>"),
    ]


def test_the_english_is_paired_row_by_row(start):
    version = start(provisions=0).versions.get()
    albanian = BytesIO(docx([("Heading1", "I. Parime"), ("", "1. Një."), ("", "2. Dy.")]))
    english = BytesIO(docx([("Heading1", "I. Principles"), ("", "1. One."), ("", "2. Two.")]))

    made = import_draft(version=version, albanian=albanian, english=english, by=None)

    assert [(row.label, row.heading_en, row.text_en, row.english_is_behind) for row in made] == [
        ("I", "Principles", "", False),
        ("1", "", "<p>One.</p>", False),
        ("2", "", "<p>Two.</p>", False),
    ]


@pytest.mark.parametrize(
    "english",
    [[("Heading1", "I. Principles"), ("", "1. One.")], [("", "1. One."), ("", "2. Two."), ("", "3. Three.")]],
)
def test_documents_that_part_ways_are_refused_as_a_whole(start, english):
    version = start(provisions=0).versions.get()
    albanian = BytesIO(docx([("Heading1", "I. Parime"), ("", "1. Një."), ("", "2. Dy.")]))

    with pytest.raises(ValidationError):
        import_draft(version=version, albanian=albanian, english=BytesIO(docx(english)), by=None)

    assert version.provisions.count() == 1


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 broken", b"%PDF-1.7", docx([])])
def test_what_is_no_document_is_refused_in_words(content):
    with pytest.raises(DraftNotReadable):
        read_document(BytesIO(content))


def test_an_archive_that_swells_is_not_unpacked():
    bomb = docx([("", "0" * 70_000_000)])

    with pytest.raises(ValidationError):
        read_document(BytesIO(bomb))


def test_a_document_of_2001_provisions_is_refused_and_one_of_1400_read():
    with pytest.raises(ValidationError):
        read_document(BytesIO(docx([("", f"{n}. Teksti.") for n in range(2001)])))

    assert len(read_document(BytesIO(docx([("", f"{n}. Teksti.") for n in range(1400)])))) == 1400
