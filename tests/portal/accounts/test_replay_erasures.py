"""An erasure outlives the restore of an older copy."""

import json
from pathlib import Path

import pytest
from django.core.management import call_command

from portal.accounts.models import Erasure, Participant
from portal.accounts.services import erase_person, replay_erasures


@pytest.fixture
def journal(settings, tmp_path) -> Path:
    settings.ERASURE_JOURNAL = tmp_path / "erasures.jsonl"
    return settings.ERASURE_JOURNAL


def write_participants():
    Participant.objects.create(email="Ana@example.al", name="Ana")
    Participant.objects.create(email="beni@example.al", name="Beni")


def test_people_erased_after_the_copy_was_made_are_erased_from_it_again(
    home, journal, django_capture_on_commit_callbacks, capsys
):
    write_participants()
    with django_capture_on_commit_callbacks(execute=True):
        erase_person(email="ana@example.al")
    told = Erasure.objects.get()
    Erasure.objects.all().delete()
    Participant.objects.all().delete()
    write_participants()  # the restored copy: older than the erasure

    call_command("replay_erasures")

    assert list(Participant.objects.values_list("name", flat=True)) == ["Beni"]
    again = Erasure.objects.get()
    assert (again.digest, again.erased_at) == (told.digest, told.erased_at)
    assert replay_erasures() == (0, 0), "what is known is not done twice"


def test_somebody_who_came_back_after_being_erased_stays(home, journal, django_capture_on_commit_callbacks):
    write_participants()
    with django_capture_on_commit_callbacks(execute=True):
        erase_person(email="ana@example.al")
    Participant.objects.create(email="ana@example.al", name="Ana, më vonë")  # and the copy is younger than the erasure

    assert replay_erasures() == (0, 0)

    assert Participant.objects.filter(name="Ana, më vonë").exists()


def test_the_journal_holds_no_address(home, journal, django_capture_on_commit_callbacks):
    write_participants()
    with django_capture_on_commit_callbacks(execute=True):
        erase_person(email="ana@example.al")

    line = json.loads(journal.read_text())
    assert "ana" not in journal.read_text()
    assert set(line) == {"salt", "digest", "erased_at", "rows"}


def test_an_erasure_that_is_rolled_back_is_not_in_the_file(home, journal, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=False):
        erase_person(email="ana@example.al")

    assert not journal.exists()
