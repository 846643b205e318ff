"""The dossier holds everything, and one changed byte is found."""

import json
import zipfile
from io import BytesIO

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.urls import reverse
from django.utils import timezone

from consultation.enums import Moderation, ShownAs
from consultation.records import Consultation, ContributionFile, OfficialResponse
from consultation.services import answer_comment, remove_example
from consultation.services.dossier import MANIFEST, check_dossier, make_dossier
from consultation.services.erase import erase_contributions
from consultation.services.papers import inspect_paper, store_papers
from tests.consultation.conftest import a_comment
from tests.consultation.test_entering import pdf


@pytest.fixture(autouse=True)
def _files(settings, tmp_path):
    settings.DATA_DIR = tmp_path


@pytest.fixture
def full(open_consultation, provision):
    comment = a_comment(open_consultation, provision)
    hidden = a_comment(open_consultation, moderation=Moderation.HIDDEN, hidden_reason_sq="Fyerje")
    store_papers(contribution=comment.contribution, papers=[inspect_paper(pdf(), "letra.pdf")], at=timezone.now())
    answer_comment(comment=comment, by=None, decision="accepted", reason_sq="Po.", reason_en="Yes.")
    assert hidden.pk
    return open_consultation


def without(content, name, words=None):
    """The same ZIP with one file left out, or with other words in it."""
    changed = BytesIO()
    with zipfile.ZipFile(content) as old, zipfile.ZipFile(changed, "w") as new:
        for each in old.namelist():
            if each != name:
                new.writestr(each, old.read(each))
            elif words is not None:
                new.writestr(each, words)
    return changed


def test_it_holds_data_papers_and_files_and_no_address(full):
    content = make_dossier(consultation=full, by=None)
    with zipfile.ZipFile(content) as archive:
        names = set(archive.namelist())
        assert {"README.txt", "consultation.json", "contributions.json", "deeds.json", MANIFEST} <= names
        assert {"papers/draft-1-sq.pdf", "papers/answers-en.pdf", "papers/answers-sq.xlsx"} <= names
        assert any(each.startswith("position-papers/") for each in names)
        told = json.loads(archive.read("contributions.json"))
        assert [each["comments"][0]["moderation"] for each in told] == ["accepted", "hidden"]
        assert json.loads(archive.read("deeds.json"))["deeds"]
        for name in ("consultation.json", "contributions.json", "deeds.json"):
            assert b"person1@" not in archive.read(name)
    content.seek(0)
    assert check_dossier(content) == []


def test_one_changed_or_missing_or_added_file_is_found(full, tmp_path):
    content = make_dossier(consultation=full, by=None)
    assert check_dossier(without(content, "deeds.json")) == ["deeds.json: missing"]
    assert check_dossier(without(content, "deeds.json", b"{}")) == ["deeds.json: changed"]
    assert "not in the manifest" in check_dossier(without(content, MANIFEST, b""))[0]
    assert check_dossier(BytesIO(b"no zip"))[0].startswith("no readable dossier")
    path = tmp_path / "dossier.zip"
    content.seek(0)
    path.write_bytes(content.read())
    call_command("check_dossier", path)
    path.write_bytes(path.read_bytes()[:-200])
    with pytest.raises(CommandError):
        call_command("check_dossier", path)


def test_a_file_lost_on_the_disk_does_not_stop_it(full):
    kept = ContributionFile.objects.get()
    kept.file.storage.delete(kept.file.name)
    with zipfile.ZipFile(make_dossier(consultation=full, by=None)) as archive:
        assert any(each.endswith(".missing") for each in archive.namelist())


def test_only_a_coordinator_downloads_it(client, coordinator, moderator, full):
    address = reverse("consultation_desk:dossier", args=[full.pk])
    client.force_login(moderator)
    assert client.post(address).status_code in {302, 403}
    client.force_login(coordinator)
    assert client.get(address).status_code == 405
    assert b"".join(client.post(address).streaming_content)[:2] == b"PK"


def test_erasing_a_person_takes_their_paper_and_leaves_the_clipped_words(full):
    comment = full.comments.first()
    comment.paper, comment.paper_page = ContributionFile.objects.get(), 1
    comment.save()
    erase_contributions(contributions=[comment.contribution])
    comment.refresh_from_db()
    assert comment.paper is None
    assert not ContributionFile.objects.exists()


def test_a_paper_in_the_name_of_an_organisation_stays(full):
    comment = full.comments.first()
    comment.contribution.shown_as = ShownAs.ORGANISATION
    comment.contribution.organisation_name = "Shoqata Shembull"
    comment.contribution.save()
    erase_contributions(contributions=[comment.contribution])
    assert ContributionFile.objects.exists()


def test_an_example_goes_with_its_answers_replies_and_clippings(full):
    comment = full.comments.first()
    comment.paper, comment.paper_page = ContributionFile.objects.get(), 1
    comment.save()
    a_comment(full, reply_to=comment, is_on_whole=False)
    OfficialResponse.objects.update(resulting_provision=comment.provision)
    Consultation.objects.update(is_example=True)
    full.refresh_from_db()
    remove_example(consultation=full)
    assert not Consultation.objects.exists()
