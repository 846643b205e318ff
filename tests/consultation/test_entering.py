"""What came by other channels stands in the same stream; position papers are clipped with their page."""

import pypdfium2
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from consultation.enums import Channel, Moderation, ShownAs, Stage
from consultation.errors import NotAllowed, NotFromThisPaper, NothingToEnter, ReceivedLate
from consultation.records import Consultation, Contribution
from consultation.services import Author, Remark, accept_comment
from consultation.services.enter import Arrival, enter_comment, enter_contribution, remove_entered
from consultation.services.papers import inspect_paper
from portal.accounts.models import Participant
from tests.consultation.conftest import a_comment, move, timedelta
from tests.consultation.test_matrix import page


@pytest.fixture(autouse=True)
def _files(settings, tmp_path):
    settings.DATA_DIR = tmp_path


def pdf(pages=2):
    from io import BytesIO

    document = pypdfium2.PdfDocument.new()
    for _ in range(pages):
        document.new_page(200, 200)
    content = BytesIO()
    document.save(content)
    content.seek(0)
    return content


@pytest.fixture
def letter(categories):
    return Author(
        email="", category=categories["civil_society"], organisation="Shoqata Shembull", shown_as=ShownAs.ORGANISATION
    )


def arrive(consultation, author, *, on=None, **more):
    arrival = Arrival(channel=Channel.POST, received_on=on or timezone.localdate(), **more)
    return enter_contribution(consultation=consultation, by=None, author=author, arrival=arrival)


class TestEntering:
    def test_a_letter_counts_without_an_address_and_keeps_no_person(self, open_consultation, provision, letter):
        contribution = arrive(open_consultation, letter)
        assert contribution.is_confirmed
        assert contribution.shown_name == "Shoqata Shembull"
        assert not Participant.objects.exists()
        comment = enter_comment(contribution=contribution, by=None, remark=Remark("Po", "sq", provision=provision))
        assert comment.moderation == Moderation.PENDING

    def test_it_must_have_come_while_it_was_open(self, open_consultation, letter):
        today = timezone.localdate()
        for day in (today - timedelta(days=2), today + timedelta(days=1)):
            with pytest.raises(ReceivedLate):
                arrive(open_consultation, letter, on=day)
        closed = move(open_consultation, closes_in=-timedelta(days=3))
        with pytest.raises(ReceivedLate):
            arrive(closed, letter)
        assert arrive(closed, letter, on=today - timedelta(days=5)).receipt

    def test_nothing_is_entered_once_it_is_answered(self, open_consultation, letter):
        contribution = arrive(open_consultation, letter)
        Consultation.objects.update(stage=Stage.ANSWERED)
        with pytest.raises(NotAllowed):
            arrive(open_consultation, letter)
        with pytest.raises(NotAllowed):
            enter_comment(contribution=contribution, by=None, remark=Remark("Po", "sq"))

    def test_the_scan_is_no_paper(self, open_consultation, letter):
        contribution = arrive(open_consultation, letter, scan=inspect_paper(pdf(), "letra.pdf"))
        scan = contribution.files.get()
        assert scan.is_scan
        with pytest.raises(NotFromThisPaper):
            enter_comment(contribution=contribution, by=None, remark=Remark("Po", "sq"), paper=scan, paper_page=1)

    def test_what_was_read_is_not_removed(self, open_consultation, letter):
        contribution = arrive(open_consultation, letter)
        comment = enter_comment(contribution=contribution, by=None, remark=Remark("Po", "sq"))
        comment.moderation = Moderation.ACCEPTED
        comment.save()
        with pytest.raises(NotAllowed):
            remove_entered(comment=comment, by=None)
        comment.moderation = Moderation.PENDING
        comment.save()
        remove_entered(comment=comment, by=None)
        assert not contribution.comments.exists()


class TestClipping:
    def test_a_passage_cites_its_paper_and_page(self, open_consultation, provision, letter):
        contribution = arrive(open_consultation, letter, papers=[inspect_paper(pdf(), "qendrimi.pdf")])
        paper = contribution.files.get()
        remark = Remark("Fjalia", "sq", provision=provision)
        comment = enter_comment(contribution=contribution, by=None, remark=remark, paper=paper, paper_page=2)
        assert (comment.paper, comment.paper_page) == (paper, 2)
        for wrong in (3, None):
            with pytest.raises(NotFromThisPaper):
                enter_comment(contribution=contribution, by=None, remark=remark, paper=paper, paper_page=wrong)

    def test_the_public_reads_the_page_it_is_taken_from(self, client, open_consultation, provision, letter):
        contribution = arrive(open_consultation, letter, papers=[inspect_paper(pdf(), "qendrimi.pdf")])
        remark = Remark("Fjalia", "sq", provision=provision)
        comment = enter_comment(
            contribution=contribution, by=None, remark=remark, paper=contribution.files.get(), paper_page=2
        )
        accept_comment(comment=comment, by=None)
        body = client.get(page("comment", open_consultation.number, comment.number)).content.decode()
        assert "taken from its page 2" in body

    def test_words_are_never_put_into_a_contribution_of_the_website(self, open_consultation):
        contribution = a_comment(open_consultation).contribution
        with pytest.raises(NothingToEnter):
            enter_comment(contribution=contribution, by=None, remark=Remark("Shtuar", "sq"))


class TestDesk:
    def test_the_whole_way_on_the_desk(self, client, coordinator, categories, open_consultation, provision):
        client.force_login(coordinator)
        address = reverse("consultation_desk:enter", args=[open_consultation.pk])
        assert client.get(address).status_code == 200
        told = {
            "channel": "meeting",
            "received_on": timezone.localdate().isoformat(),
            "category": categories["business"].pk,
            "organisation": "Dhoma Shembull",
            "shown_as": "organisation",
            "language": "sq",
        }
        refused = client.post(address, told | {"paper": SimpleUploadedFile("a.pdf", b"MZ no pdf")})
        assert refused.status_code == 422
        assert client.post(address, told | {"shown_as": "name"}).status_code == 422
        sent = client.post(address, told | {"paper": SimpleUploadedFile("a.pdf", pdf().read())})
        assert sent.status_code == 302
        contribution = Contribution.objects.get()
        here = reverse("consultation_desk:contribution", args=[contribution.pk])
        assert client.get(here).status_code == 200
        words = {"text": "Fjalia e dytë", "language": "sq", "provision": provision.pk}
        late = client.post(here, words | {"paper": contribution.files.get().pk, "paper_page": 9})
        assert late.status_code == 422
        assert "Fjalia e dytë" in late.content.decode()
        assert client.post(here, words | {"paper": contribution.files.get().pk, "paper_page": 1}).status_code == 302
        assert "Fjalia e dytë" in client.get(here).content.decode()
        assert client.get(reverse("consultation_desk:contributions", args=[open_consultation.pk])).status_code == 200
        file = client.get(reverse("consultation_desk:paper", args=[contribution.files.get().pk]))
        assert file["Content-Disposition"].startswith("attachment")
        gone = reverse("consultation_desk:remove_entered", args=[contribution.comments.get().pk])
        assert client.post(gone).status_code == 302
        assert not contribution.comments.exists()
