import io
from datetime import timedelta

import pytest

from library.publications.enums import TextState
from library.publications.records import FilePage, PublicationFile
from library.publications.services import attach_file, make_information_sheet, read_waiting_file
from library.publications.services import read_files as reading
from portal.search.models import SearchChange
from portal.work.clock import database_now
from tests.library.conftest import a_pdf


@pytest.fixture
def a_sheet(a_publication):
    return make_information_sheet(publication=a_publication())


def again(file):
    return PublicationFile.objects.get(pk=file.pk)


def test_each_page_is_kept_with_its_number_and_search_is_told(a_sheet):
    SearchChange.objects.all().delete()

    assert read_waiting_file() == 1
    assert read_waiting_file() == 0

    assert again(a_sheet).text_state == TextState.DONE
    assert list(FilePage.objects.values_list("number", flat=True)) == [1, 2]
    assert "Titulli i law-1" in FilePage.objects.get(number=1).text
    assert SearchChange.objects.filter(kind="publication", key=a_sheet.publication_id).exists()


def test_the_first_page_becomes_a_small_picture(a_sheet):
    read_waiting_file()

    picture = again(a_sheet).preview.open("rb").read()
    assert picture.startswith(b"\x89PNG")
    assert len(picture) < 30_000


def test_pictures_of_pages_are_told_as_having_no_text(a_publication):
    file = attach_file(publication=a_publication(), upload=io.BytesIO(a_pdf()), name="a.pdf", language="sq")

    read_waiting_file()

    assert again(file).text_state == TextState.NO_TEXT


def test_a_file_that_brings_the_process_down_is_tried_three_times(a_sheet, monkeypatch):
    monkeypatch.setattr(reading, "CLAIM", timedelta(0))
    claimed = [reading._claim() for _ in range(3)]

    assert [file.text_attempts for file in claimed] == [1, 2, 3]
    assert read_waiting_file() == 0
    assert again(a_sheet).text_state == TextState.FAILED


def test_a_file_being_read_is_left_to_its_reader(a_sheet):
    assert reading._claim() == a_sheet

    assert read_waiting_file() == 0
    assert again(a_sheet).text_claimed_until > database_now()


def test_killed_half_way_it_is_read_from_the_start(a_sheet):
    reading._claim()
    FilePage.objects.create(file=a_sheet, number=1, text="gjysmë")
    PublicationFile.objects.update(text_claimed_until=database_now() - timedelta(seconds=1))

    assert read_waiting_file() == 1

    assert "gjysmë" not in FilePage.objects.get(number=1).text
    assert again(a_sheet).text_state == TextState.DONE


def test_lost_bytes_fail_after_three_attempts_and_harm_no_other_file(a_publication):
    lost = make_information_sheet(publication=a_publication("lost"))
    lost.file.storage.delete(lost.file.name)
    good = make_information_sheet(publication=a_publication("good"))

    while read_waiting_file():
        pass

    assert again(lost).text_state == TextState.FAILED
    assert again(good).text_state == TextState.DONE


def test_characters_that_databases_refuse_are_left_out():
    assert reading.cleaned("një\x00 dy\x0b\r\n\r\n tre ") == "një dy\ntre"
