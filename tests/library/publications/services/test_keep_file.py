import io
import zipfile

import pytest

from library.publications import errors
from library.publications.records import PublicationFile
from library.publications.services import attach_file, remove_file
from library.publications.services import inspect_upload as inspecting
from portal.accounts.enums import Role
from tests.library.conftest import a_pdf


def a_docx(*names, encrypted=False):
    stored = io.BytesIO()
    with zipfile.ZipFile(stored, "w") as archive:
        for name in ("[Content_Types].xml", "word/document.xml", *names):
            archive.writestr(name, "<x/>")
    return stored.getvalue()


def attach(publication, content, name, **options):
    return attach_file(publication=publication, upload=io.BytesIO(content), name=name, language="sq", **options)


def test_a_pdf_is_kept_with_its_pages_size_and_digest(a_publication):
    content = a_pdf(pages=3)

    file = attach(a_publication(), content, "Raporti i vitit.pdf")

    assert (file.page_count, file.size, file.name, len(file.sha256)) == (3, len(content), "Raporti_i_vitit.pdf", 64)
    assert file.file.open("rb").read() == content


@pytest.mark.parametrize(
    ("content", "name", "refusal"),
    [
        (b"<html><script>alert(1)</script></html>", "a.pdf", errors.FileNotWhatItSays),
        (b"%PDF-1.7 and then nothing", "a.pdf", errors.FileNotWhatItSays),
        (a_docx(), "a.pdf", errors.FileNotWhatItSays),
        (a_pdf(), "a.docx", errors.FileNotWhatItSays),
        (b"PK\x03\x04 broken", "a.docx", errors.FileNotWhatItSays),
        (a_docx("word/vbaProject.bin"), "a.docx", errors.FileWithMacros),
        (a_pdf(), "a.exe", errors.FileNotTaken),
        (a_pdf(), "a", errors.FileNotTaken),
        (b"", "a.pdf", errors.FileEmpty),
    ],
)
def test_a_file_that_is_not_what_it_says_is_refused(a_publication, content, name, refusal):
    with pytest.raises(refusal):
        attach(a_publication(), content, name)

    assert not PublicationFile.objects.exists()


def test_a_file_beyond_the_limits_is_refused(a_publication, monkeypatch):
    publication = a_publication()
    monkeypatch.setattr(inspecting, "MOST_BYTES", 200)
    with pytest.raises(errors.FileTooLarge):
        attach(publication, a_pdf(), "a.pdf")

    monkeypatch.setattr(inspecting, "MOST_BYTES", 10_000_000)
    monkeypatch.setattr(inspecting, "MOST_PAGES", 2)
    with pytest.raises(errors.FileTooLong):
        attach(publication, a_pdf(pages=3), "a.pdf")


def test_the_same_bytes_are_refused_for_one_publication_and_leave_nothing_on_disk(a_publication):
    one, other = a_publication("one"), a_publication("other")
    first = attach(one, a_pdf(), "a.pdf")
    before = on_disk(first)

    with pytest.raises(errors.FileAlreadyThere):
        attach(one, a_pdf(), "b.pdf")

    assert on_disk(first) == before
    assert attach(other, a_pdf(), "a.pdf").file.name != first.file.name


def on_disk(file):
    store = file.file.storage
    folders, _files = store.listdir(str(file.publication_id))
    found = {folder: store.listdir(f"{file.publication_id}/{folder}")[1] for folder in folders}
    return {folder: names for folder, names in found.items() if names}


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../etc/passwd.pdf", "passwd.pdf"),
        ("C:\\dokumente\\çështja.PDF", "çështja.pdf"),
        ("a\u202efdp.pdf", "afdp.pdf"),
        ("x" * 300 + ".pdf", "x" * 120 + ".pdf"),
        ("…\x00.pdf", "file.pdf"),
    ],
)
def test_names_are_made_safe(name, kept):
    assert inspecting.safe_name(name) == kept


def test_only_editors_attach_and_remove(a_publication, somebody):
    publication = a_publication()

    with pytest.raises(errors.NotAnEditor):
        attach(publication, a_pdf(), "a.pdf", user=somebody(Role.TRANSLATOR))

    file = attach(publication, a_pdf(), "a.pdf", user=somebody(Role.EDITOR))
    with pytest.raises(errors.NotAnEditor):
        remove_file(file=file, user=somebody(Role.MODERATOR))
