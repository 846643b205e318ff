"""Hard documents, rows in their order, and each English beside its Albanian."""

import zipfile
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from consultation.errors import DraftNotReadable, EnglishInTheWay, NotAllowed
from consultation.services import (
    ProvisionRow,
    ProvisionWords,
    check_english,
    import_draft,
    import_english,
    insert_provision,
    move_english,
    move_provision,
    shift_english,
)
from consultation.services.import_docx import notes_on, read_document
from library.strategy.models import Measure
from portal.accounts.enums import Role
from tests.consultation.conftest import staff
from tests.consultation.docx import WORD, docx
from tests.consultation.test_admin import as_coordinator, desk

__all__ = ["as_coordinator"]


def with_body(body, **parts):
    """A document whose body is this WordprocessingML, with further parts in its archive."""
    source = docx([])
    file = BytesIO()
    with zipfile.ZipFile(BytesIO(source)) as old, zipfile.ZipFile(file, "w") as new:
        for name in old.namelist():
            if name != "word/document.xml":
                new.writestr(name, old.read(name))
        new.writestr("word/document.xml", body)
        for name, content in parts.items():
            new.writestr(name.replace("__", "/"), content)
    return BytesIO(file.getvalue())


def document(inside):
    return f'<?xml version="1.0"?><w:document xmlns:w="{WORD}"><w:body>{inside}</w:body></w:document>'


def run(text):
    return f"<w:r><w:t>{text}</w:t></w:r>"


TRACKED = document(
    f'<w:p>{run("1. Mbetet ")}<w:ins w:id="1" w:author="x">{run("e re")}</w:ins>'
    f'<w:del w:id="2" w:author="x"><w:r><w:delText> e vjetra</w:delText></w:r></w:del></w:p>'
)


def test_tracked_insertions_count_deletions_do_not_and_the_editor_is_told():
    file = with_body(TRACKED)

    assert "".join(read_document(file)[0].parts) == "<p>Mbetet e re</p>"
    assert len(notes_on(file)) == 1
    assert notes_on(BytesIO(docx([("", "1. Thjesht.")]))) == []


def test_macros_are_not_read_and_said():
    file = with_body(document(f"<w:p>{run('1. Teksti.')}</w:p>"), **{"word/vbaProject.bin": "x"})

    assert len(read_document(file)) == 1
    assert len(notes_on(file)) == 1


def nested(depth):
    opened = "<w:tbl><w:tr><w:tc>" * depth
    closed = "<w:p/></w:tc></w:tr></w:tbl>" * depth
    return f"{opened}<w:p>{run('brenda')}</w:p>{closed}"


def test_a_table_in_a_table_is_read_and_a_tower_of_them_refused():
    inside = "".join(read_document(with_body(document(f"<w:p>{run('1. Tabela')}</w:p>{nested(3)}")))[0].parts)
    assert inside.count("<table>") == 3

    with pytest.raises(ValidationError):
        read_document(with_body(document(nested(3000))))


@pytest.mark.parametrize(
    "body",
    [
        "<broken",
        '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
        + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
        + f']><w:document xmlns:w="{WORD}"><w:body><w:p><w:r><w:t>&j;</w:t></w:r></w:p></w:body></w:document>',
    ],
)
def test_broken_and_swelling_xml_is_refused_in_words(body):
    with pytest.raises(DraftNotReadable):
        read_document(with_body(body))


def test_word_s_own_numbering_becomes_labels():
    numbered = (
        '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>'
        + run("Parime")
        + "</w:p>"
        + "".join(
            '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>' + run(text) + "</w:p>"
            for text in ("Së pari.", "Së dyti.")
        )
    )
    numbering = (
        f'<w:numbering xmlns:w="{WORD}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/>'
        '</w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="n" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/>'
        "</Relationships>"
    )
    file = with_body(document(numbered), **{"word/numbering.xml": numbering, "word/_rels/document.xml.rels": relations})

    assert [row.label for row in read_document(file)] == ["", "1", "2"]


def test_a_measure_of_the_document_is_linked_to_that_of_the_strategy(start, db):
    version = start(provisions=0).versions.get()
    code = Measure.objects.values_list("code", flat=True).first() or "A.1.2"

    made = import_draft(
        version=version,
        albanian=BytesIO(docx([("", f"Masa {code}. Pika kontakti në bashki"), ("", "Teksti.")])),
        by=None,
    )

    assert (made[0].label, made[0].heading_sq) == (code, "Pika kontakti në bashki")
    assert "Teksti." in made[0].text_sq


ALBANIAN = [("Heading1", "I. Parime"), ("", "1. Një."), ("", "2. Dy."), ("", "3. Tri.")]


@pytest.fixture
def version(start):
    version = start(provisions=0).versions.get()
    version.provisions.all().delete()
    import_draft(version=version, albanian=BytesIO(docx(ALBANIAN)), by=None)
    return version


def english_of(version):
    return [row.text_en.removeprefix("<p>").removesuffix("</p>") for row in version.provisions.order_by("position")]


def test_the_english_comes_later(version):
    english = [("Heading1", "I. Principles"), ("", "1. One."), ("", "2. Two."), ("", "3. Three.")]

    assert import_english(version=version, english=BytesIO(docx(english)), by=None) == 0

    assert english_of(version) == ["", "One.", "Two.", "Three."]
    assert not any(row.english_is_behind for row in version.provisions.all())


def test_english_with_a_row_too_many_loses_no_word(version):
    english = [("Heading1", "I. Principles"), ("", "1. One."), ("", "2. Two."), ("", "9. Nine."), ("", "3. Three.")]

    assert import_english(version=version, english=BytesIO(docx(english)), by=None) == 1

    assert english_of(version) == ["", "One.", "Two.</p><p>9</p><p>Nine.", "Three."]
    assert all(row.english_is_behind for row in version.provisions.all())


def test_rows_move_and_are_put_between(version, moderator):
    second = version.provisions.get(label="2")
    move_provision(provision=second, by=None, up=True)
    assert labels(version) == ["I", "2", "1", "3"]
    move_provision(provision=version.provisions.get(label="I"), by=None, up=True)
    move_provision(provision=version.provisions.get(label="3"), by=None, up=False)
    assert labels(version) == ["I", "2", "1", "3"]

    row = ProvisionRow(ProvisionWords(text_sq="Ndërmjet."), label="x")
    insert_provision(version=version, row=row, at=version.provisions.get(label="1").position, by=None)
    assert labels(version) == ["I", "2", "x", "1", "3"]
    insert_provision(version=version, row=ProvisionRow(ProvisionWords(text_sq="Fund."), label="z"), at=999, by=None)
    assert labels(version) == ["I", "2", "x", "1", "3", "z"]
    with pytest.raises(NotAllowed):
        move_provision(provision=second, by=moderator, up=True)
    with pytest.raises(NotAllowed):
        move_provision(provision=second, by=staff(Role.TRANSLATOR), up=True)


def labels(version):
    return list(version.provisions.order_by("position").values_list("label", flat=True))


def test_english_that_is_one_row_off_is_mended(version):
    english = [("Heading1", "I. Principles"), ("", "1. One."), ("", "2. Two."), ("", "3. Three.")]
    import_english(version=version, english=BytesIO(docx(english)), by=None)
    one, two, three = (version.provisions.get(label=label) for label in "123")

    move_english(provision=one, by=None, up=False)
    assert english_of(version) == ["", "Two.", "One.", "Three."]
    assert version.provisions.get(label="1").english_is_behind
    move_english(provision=two, by=None, up=True)
    with pytest.raises(EnglishInTheWay):
        shift_english(provision=one, by=None, down=True)
    version.provisions.filter(pk=three.pk).update(text_en="")
    shift_english(provision=one, by=None, down=True)
    assert english_of(version) == ["", "", "One.", "Two."]
    shift_english(provision=one, by=None, down=False)
    assert english_of(version) == ["", "One.", "Two.", ""]

    assert check_english(version=version, by=staff(Role.TRANSLATOR)) == 2
    assert [row.label for row in version.provisions.order_by("position") if row.english_is_behind] == ["3"]


def test_the_screen_arranges(as_coordinator, version):
    shown = as_coordinator.get(desk("draft", version.pk)).content.decode()
    second = version.provisions.get(label="2")
    assert desk("arrange", second.pk, "english-up") in shown

    as_coordinator.post(desk("arrange", second.pk, "up"))
    assert labels(version) == ["I", "2", "1", "3"]
    assert as_coordinator.post(desk("arrange", second.pk, "away")).status_code in {302, 404}
    place = f"{desk('add_provision', version.pk)}?at={second.position}"
    as_coordinator.post(place, {"kind": "provision", "label": "n", "text_sq": "E re."})
    assert "n" in labels(version)
    english = SimpleUploadedFile("en.docx", docx([("Heading1", "I. Principles"), ("", "1. One.")]))
    assert as_coordinator.post(desk("import_english", version.pk), {"english": english}).status_code == 302
    assert as_coordinator.post(desk("import_english", version.pk), {}).status_code == 422
    assert as_coordinator.post(desk("check_english", version.pk)).status_code == 302
