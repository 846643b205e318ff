"""A draft to take away, and the pack for the public register."""

import zipfile
from io import BytesIO

import pypdfium2
import pytest
from django.urls import reverse
from django.utils.translation import override

from consultation.records import Provision
from consultation.services.import_docx import read_document
from tests.consultation.conftest import provision_of
from tests.consultation.test_admin import as_coordinator, desk
from tests.consultation.test_preparing import a_file

__all__ = ["as_coordinator"]

RICH = (
    "<p>Një paragraf.</p><ul><li>pika e parë</li></ul>"
    "<table><tr><th>Masa</th><th>Afati</th></tr><tr><td>A1</td><td>2030</td></tr></table>"
)


@pytest.fixture
def rich(open_consultation):
    provision = provision_of(open_consultation)
    Provision.objects.filter(pk=provision.pk).update(text_sq=RICH)
    return open_consultation


def taken(client, consultation, kind, language="sq", version=1):
    with override(language):
        answer = client.get(reverse("consultation:draft_file", args=[consultation.number, version, kind]))
    return answer, b"".join(answer.streaming_content) if answer.streaming else b""


@pytest.mark.parametrize(("language", "said"), [("sq", "pika e parë"), ("en", "Text 1.")])
def test_the_draft_is_a_tagged_pdf_in_each_language(client, rich, language, said):
    answer, content = taken(client, rich, "pdf", language)

    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    assert b"/StructTreeRoot" in content
    document = pypdfium2.PdfDocument(content)
    assert said in "".join(page.get_textpage().get_text_range() for page in document)


def test_the_word_file_can_be_read_in_again(client, rich):
    _answer, content = taken(client, rich, "docx")

    rows = read_document(BytesIO(content))

    assert any("pika e parë" in "".join(row.parts) for row in rows)


def test_only_what_there_is_can_be_taken(client, rich):
    assert taken(client, rich, "odt")[0].status_code == 404
    assert taken(client, rich, "pdf", version=2)[0].status_code == 404
    with override("sq"):
        assert client.get(reverse("consultation:text_of", args=[rich.number, 1])).status_code == 200
        assert client.get(reverse("consultation:text_of", args=[rich.number, 2])).status_code == 404


def test_the_pack_holds_what_the_register_asks_for(client, as_coordinator, rich):
    as_coordinator.post(
        desk("add_beside", rich.pk, "document"), {"kind": "memorandum", "position": "0", "file_sq": a_file()}
    )

    answer = as_coordinator.get(desk("register_pack", rich.pk))

    with zipfile.ZipFile(BytesIO(b"".join(answer.streaming_content))) as archive:
        names = archive.namelist()
        notice = archive.read(next(name for name in names if name.endswith("-sq.txt"))).decode()
    assert sorted(name.rpartition(".")[2] for name in names) == ["docx", "docx", "docx", "pdf", "pdf", "txt", "txt"]
    assert "Skicë e politikës së re" in notice
    assert rich.contact_email in notice
    client.logout()
    assert client.get(desk("register_pack", rich.pk)).status_code in {302, 403}
