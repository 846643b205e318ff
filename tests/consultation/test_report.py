"""The report writes itself, is mended, and is frozen; the law's complaint, adopted act and yearly figures; open data."""

import csv
import json
from io import BytesIO, StringIO

import mammoth
import pypdfium2
import pytest
from django.urls import reverse
from django.utils import timezone

from consultation.enums import Moderation, Stage
from consultation.errors import (
    AdoptedTooEarly,
    AnswersMissing,
    ConsultationRunning,
    NotAnsweredYet,
    ReportFrozen,
    WordsMissing,
)
from consultation.records import Consultation, ConsultationReport, PublicMeeting
from consultation.selectors.reading import list_url
from consultation.selectors.report import figures_of
from consultation.selectors.yearly import yearly_figures
from consultation.services import answer_comment, close_answers
from consultation.services.adopt import note_adoption
from consultation.services.report import edit_report, publish_report, tell_of_report, write_report
from portal.accounts.links import sign
from portal.notifications.records import Notice
from tests.consultation.conftest import a_comment, move, provision_of, timedelta
from tests.consultation.test_matrix import page


@pytest.fixture
def answered(open_consultation, provision):
    """Closed and answered: two published comments of one person, one hidden, one meeting."""
    first = a_comment(open_consultation, provision)
    second = a_comment(open_consultation)
    second.contribution.participant.email = first.contribution.participant.email.upper()
    second.contribution.participant.save()
    a_comment(open_consultation, moderation=Moderation.HIDDEN)
    PublicMeeting.objects.create(
        consultation=open_consultation,
        held_on=timezone.localdate(),
        title_sq="Takim shembull",
        title_en="Example meeting",
        attended=12,
    )
    closed = move(open_consultation, closes_in=-timedelta(days=4))
    answer_comment(comment=first, by=None, decision="accepted", reason_sq="Po.", reason_en="Yes.")
    answer_comment(comment=second, by=None, decision="partly", reason_sq="Pjesërisht.", reason_en="In part.")
    return close_answers(consultation=closed, by=None)


class TestReport:
    def test_each_figure_is_counted_apart(self, answered):
        part = figures_of(answered)["part"]
        assert {name: part[name] for name in ("commenters", "comments", "hidden", "meetings", "attended")} == {
            "commenters": 1,
            "comments": 2,
            "hidden": 1,
            "meetings": 1,
            "attended": 12,
        }
        assert [each["comments"] for each in part["categories"] if each["code"] == "academia"] == [2]

    def test_it_writes_itself_in_both_languages(self, answered):
        report = write_report(consultation=answered, by=None)
        assert "Example meeting" in report.course_en
        assert "Takim shembull" in report.course_sq
        assert "Accepted: 1" in report.outcome_en

    def test_it_is_frozen_by_publishing(self, answered):
        with pytest.raises(WordsMissing):
            publish_report(consultation=answered, by=None)
        write_report(consultation=answered, by=None)
        report = publish_report(consultation=answered, by=None)
        answered.refresh_from_db()
        assert answered.stage == Stage.REPORTED
        PublicMeeting.objects.all().delete()
        report.refresh_from_db()
        assert report.figures["part"]["meetings"] == 1
        with pytest.raises(ReportFrozen):
            edit_report(consultation=answered, by=None, course_sq="a", course_en="b", outcome_sq="c", outcome_en="d")

    def test_no_report_while_something_has_no_decision(self, answered):
        write_report(consultation=answered, by=None)
        late = a_comment(answered)
        with pytest.raises(AnswersMissing):
            publish_report(consultation=answered, by=None)
        late.delete()
        Consultation.objects.update(stage=Stage.ANNOUNCED)
        with pytest.raises(NotAnsweredYet):
            publish_report(consultation=answered, by=None)

    def test_everyone_who_contributed_is_told_once(self, answered):
        write_report(consultation=answered, by=None)
        report = publish_report(consultation=answered, by=None)
        tell_of_report(report=report)
        letters = Notice.objects.filter(template="consultation/report_out")
        assert sorted(each.recipient.lower() for each in letters)[0] == "person1@example.al"
        assert ConsultationReport.objects.get().told_at is not None

    def test_the_public_reads_it_as_page_and_files(self, client, answered):
        assert client.get(page("report", answered.number)).status_code == 404
        write_report(consultation=answered, by=None)
        publish_report(consultation=answered, by=None)
        for language, words in (("en", "Example meeting"), ("sq", "Takim shembull")):
            body = client.get(page("report", answered.number, language=language)).content.decode()
            assert words in body
            assert "@example.al" not in body.split("<main")[1]
        pdf = b"".join(client.get(page("report_file", answered.number, "pdf")).streaming_content)
        text = "".join(each.get_textpage().get_text_range() for each in pypdfium2.PdfDocument(pdf))
        assert "In part." in text
        assert b"/StructTreeRoot" in pdf
        word = b"".join(client.get(page("report_file", answered.number, "docx")).streaming_content)
        assert "In part." in mammoth.extract_raw_text(BytesIO(word)).value

    def test_the_way_on_the_desk(self, client, coordinator, answered):
        client.force_login(coordinator)
        here = reverse("consultation_desk:report", args=[answered.pk])
        assert client.get(here).status_code == 200
        assert client.post(reverse("consultation_desk:write_report", args=[answered.pk])).status_code == 302
        assert client.get(reverse("consultation_desk:report_draft", args=[answered.pk, "pdf"])).status_code == 200
        assert client.post(here, {"course_sq": "Vetëm kjo"}).status_code == 422
        words = {"course_sq": "a", "course_en": "b", "outcome_sq": "c", "outcome_en": "d"}
        assert client.post(here, words).status_code == 302
        assert client.post(reverse("consultation_desk:publish_report", args=[answered.pk])).status_code == 302
        assert ConsultationReport.objects.get().course_en == "b"
        assert client.get(here).status_code == 200

    def test_what_was_taken_back_is_counted_as_such_and_shown_nowhere(self, client, answered):
        back = a_comment(answered, text="E tërhequr", withdrawn_at=timezone.now())
        assert figures_of(answered)["part"]["withdrawn"] == 1
        assert figures_of(answered)["part"]["comments"] == 2
        token = sign("consultation.outcome", back.contribution_id)
        assert "E tërhequr" not in client.get(page("outcome", answered.number, token)).content.decode()


class TestLaw:
    def test_the_complaint_goes_to_the_head_until_the_act_is_adopted(self, client, answered):
        body = client.get(page("complaint", answered.number)).content.decode()
        assert "no adoption yet" in body
        today = timezone.localdate()
        note_adoption(consultation=answered, by=None, adopted_on=today, adopted_act=None)
        body = client.get(page("complaint", answered.number)).content.decode()
        assert f'datetime="{today + timedelta(days=30)}"' in body
        assert "You can complain until" in body

    def test_an_act_is_not_adopted_before_closing_or_in_the_future(self, open_consultation, answered, start):
        for day in (timezone.localdate() + timedelta(days=2), timezone.localdate() - timedelta(days=9)):
            with pytest.raises(AdoptedTooEarly):
                note_adoption(consultation=answered, by=None, adopted_on=day, adopted_act=None)
        with pytest.raises(ConsultationRunning):
            note_adoption(consultation=start(code="b"), by=None, adopted_on=timezone.localdate(), adopted_act=None)

    def test_the_desk_notes_the_adoption(self, client, coordinator, answered):
        client.force_login(coordinator)
        address = reverse("consultation_desk:adopted", args=[answered.pk])
        assert client.get(address).status_code == 200
        assert client.post(address, {"adopted_on": timezone.localdate().isoformat()}).status_code == 302
        assert client.post(address, {"adopted_on": ""}).status_code == 422

    def test_each_comment_stands_in_one_column_of_the_year(self, client, coordinator, answered):
        figures = yearly_figures()[0]
        assert (figures.received, figures.accepted, figures.refused, figures.partly) == (2, 1, 0, 1)
        assert figures.meetings == 1
        assert client.get(page("yearly")).status_code == 200
        told = client.get(page("yearly_json")).json()
        assert told["years"][0]["accepted"] == 1
        client.force_login(coordinator)
        assert client.get(reverse("consultation_desk:yearly")).status_code == 200

    def test_informal_ones_and_examples_are_not_counted(self, answered):
        Consultation.objects.update(is_informal=True)
        assert yearly_figures() == []
        Consultation.objects.update(is_informal=False, is_example=True)
        assert yearly_figures() == []


class TestOpenData:
    def test_it_holds_the_comments_and_no_address(self, client, answered):
        a_comment(answered, provision_of(answered), text="=1+1 a < b & c", reason="pse")
        raw = b"".join(client.get(page("data_file", answered.number, "json")).streaming_content).decode()
        told = json.loads(raw)
        assert [each["text"] for each in told["comments"]][-1] == "=1+1 a < b & c"
        assert told["drafts"][0]["provisions"][0]["heading_en"] == "Principles"
        assert "person1@" not in raw.lower()
        table = b"".join(client.get(page("data_file", answered.number, "csv")).streaming_content).decode("utf-8-sig")
        rows = list(csv.DictReader(StringIO(table)))
        assert rows[-1]["text"] == "'=1+1 a < b & c"
        assert set(told["comments"][0]) <= set(rows[0])

    def test_the_list_holds_no_example(self, client, answered):
        assert len(client.get(page("data_list")).json()["consultations"]) == 1
        Consultation.objects.update(is_example=True)
        assert client.get(page("data_list")).json()["consultations"] == []

    def test_the_codebook_names_every_field(self, client, answered):
        for language in ("sq", "en"):
            assert client.get(page("codebook", language=language)).status_code == 200

    def test_the_list_of_consultations_leads_there(self, client, index):
        body = client.get(list_url()).content.decode()
        assert reverse("consultation:yearly") in body
        assert reverse("consultation:codebook") in body

    def test_the_page_of_the_consultation_leads_there(self, client, answered):
        body = client.get(page("consultation", answered.number), follow=True).content.decode()
        for name in ("matrix", "complaint", "codebook"):
            args = [] if name == "codebook" else [answered.number]
            assert page(name, *args) in body
