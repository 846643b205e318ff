"""Comments gathered into issues, answered once, published together, and read by everybody."""

import json
from io import BytesIO

import mammoth
import pypdfium2
import pytest
from django.urls import reverse
from django.utils import timezone, translation
from openpyxl import load_workbook

from consultation.enums import AnswerState, Moderation
from consultation.errors import (
    AnswerPublished,
    AnswersMissing,
    ChangedMeanwhile,
    DecisionMissing,
    NothingApproved,
    NothingChosen,
    ReasonMissing,
)
from consultation.records import AnswerRelease, Issue
from consultation.services import answer_comment, close_answers
from consultation.services.gather import add_to_issue, gather_comments, remove_from_issue, write_note
from consultation.services.respond import publish_answers, save_response, tell_of_answers
from portal.accounts.links import sign
from portal.notifications.records import Notice
from tests.consultation.conftest import a_comment, move, timedelta

TITLES = {"title_sq": "Çështja e afatit", "title_en": "The time limit"}


def answer(issue, *, by=None, revision=0, state=AnswerState.APPROVED, decision="accepted", **more):
    return save_response(
        issue=issue,
        by=by,
        revision=revision,
        state=state,
        decision=decision,
        **({"reason_sq": "Arsyeja jonë.", "reason_en": "Our reason."} | more),
    )


@pytest.fixture
def comments(open_consultation, provision):
    return [a_comment(open_consultation, provision), a_comment(open_consultation), a_comment(open_consultation)]


@pytest.fixture
def issue(open_consultation, comments):
    return gather_comments(
        consultation=open_consultation, by=None, comments=[each.pk for each in comments[:2]], **TITLES
    )


def page(name, *args, language="en"):
    with translation.override(language):
        return reverse(f"consultation:{name}", args=args)


class TestGathering:
    def test_only_published_comments_of_this_consultation_are_gathered(self, open_consultation, comments):
        pending = a_comment(open_consultation, moderation=Moderation.PENDING)
        with pytest.raises(NothingChosen):
            gather_comments(consultation=open_consultation, by=None, comments=[pending.pk], **TITLES)

    def test_those_that_say_the_same_come_along(self, open_consultation, comments):
        twin = a_comment(open_consultation, same_as=comments[0])
        issue = gather_comments(consultation=open_consultation, by=None, comments=[comments[0].pk], **TITLES)
        assert set(issue.comments.all()) == {comments[0], twin}

    def test_a_comment_may_stand_in_two_issues(self, open_consultation, comments, issue):
        second = gather_comments(consultation=open_consultation, by=None, comments=[comments[0].pk], **TITLES)
        assert comments[0].issues.count() == 2
        assert second.number == issue.number + 1

    def test_an_issue_left_empty_goes(self, comments, issue):
        for comment in comments[:2]:
            remove_from_issue(issue=issue, by=None, comment=comment)
        assert not Issue.objects.filter(pk=issue.pk).exists()

    def test_a_published_issue_is_not_taken_apart(self, open_consultation, comments, issue):
        answer(issue)
        publish_answers(consultation=open_consultation, by=None)
        with pytest.raises(AnswerPublished):
            remove_from_issue(issue=issue, by=None, comment=comments[0])

    def test_who_joins_an_answered_issue_is_written_to_at_once(self, open_consultation, comments, issue):
        answer(issue)
        publish_answers(consultation=open_consultation, by=None)
        add_to_issue(issue=issue, by=None, comments=[comments[2].pk])
        assert Notice.objects.get(template="consultation/comment_answered").recipient == "person3@example.al"


class TestAnswering:
    def test_the_second_of_two_who_write_at_once_is_told(self, issue, coordinator):
        answer(issue, by=coordinator, state=AnswerState.DRAFT)
        with pytest.raises(ChangedMeanwhile):
            answer(issue, by=coordinator, decision="not_accepted")
        assert Issue.objects.get(pk=issue.pk).response.decision == "accepted"

    def test_a_draft_may_be_bare_but_nothing_bare_is_approved(self, issue):
        answer(issue, state=AnswerState.DRAFT, decision="", reason_sq="", reason_en="")
        with pytest.raises(DecisionMissing):
            answer(issue, revision=1, decision="")
        with pytest.raises(ReasonMissing):
            answer(issue, revision=1, reason_en=" ")

    def test_only_approved_answers_are_published_and_each_author_is_told_once(self, open_consultation, comments, issue):
        other = gather_comments(consultation=open_consultation, by=None, comments=[comments[2].pk], **TITLES)
        answer(issue)
        answer(other, state=AnswerState.IN_REVIEW)
        release = publish_answers(consultation=open_consultation, by=None)
        assert release.answers == 1
        assert tell_of_answers(release=release) == 2
        assert {each.recipient for each in Notice.objects.filter(template="consultation/answers_published")} == {
            "person1@example.al",
            "person2@example.al",
        }
        assert AnswerRelease.objects.get().told_at is not None
        with pytest.raises(NothingApproved):
            publish_answers(consultation=open_consultation, by=None)

    def test_an_answer_that_only_waits_does_not_let_the_consultation_be_closed(
        self, open_consultation, comments, issue
    ):
        closed = move(open_consultation, closes_in=-timedelta(days=4))
        add_to_issue(issue=issue, by=None, comments=[comments[2].pk])
        answer(issue)
        with pytest.raises(AnswersMissing):
            close_answers(consultation=closed, by=None)
        publish_answers(consultation=closed, by=None)
        assert close_answers(consultation=closed, by=None).answered_at

    def test_the_quick_answer_serves_those_that_say_the_same(self, open_consultation, comments):
        a_comment(open_consultation, same_as=comments[0])
        answer_comment(comment=comments[0], by=None, decision="noted", reason_sq="A", reason_en="B")
        assert Notice.objects.filter(template="consultation/comment_answered").count() == 2


class TestPublicMatrix:
    @pytest.fixture
    def published(self, open_consultation, issue, provision):
        answer(issue, resulting_provision=provision)
        write_note(issue=issue, by=None, text="Shënim i brendshëm")
        publish_answers(consultation=open_consultation, by=None)
        return open_consultation

    def test_it_shows_what_was_published_and_no_note(self, client, published, comments):
        for language, words in (("en", "The time limit"), ("sq", "Çështja e afatit")):
            body = client.get(page("matrix", published.number, language=language)).content.decode()
            assert words in body
            assert comments[0].text in body
            assert "Shënim i brendshëm" not in body
            assert "person1@example.al" not in body

    def test_it_is_filtered_by_decision_and_provision(self, client, published, provision):
        address = page("matrix", published.number)
        assert "The time limit" in client.get(address, {"decision": "accepted"}).content.decode()
        assert "The time limit" not in client.get(address, {"decision": "noted"}).content.decode().split("<main")[1]
        assert "The time limit" in client.get(address, {"provision": provision.anchor}).content.decode()

    def test_drafts_are_seen_by_nobody(self, client, open_consultation, issue):
        answer(issue)
        assert "The time limit" not in client.get(page("matrix", open_consultation.number)).content.decode()

    def test_each_file_carries_the_answer(self, client, published):
        def fetched(kind):
            response = client.get(page("matrix_file", published.number, kind))
            assert response.status_code == 200
            return b"".join(response.streaming_content)

        sheet = load_workbook(BytesIO(fetched("xlsx"))).active
        assert [row[0].value for row in sheet.iter_rows()][1:] == [1, 2, 3]
        told = json.loads(fetched("json"))
        assert [row.get("decision") for row in told["rows"]] == ["accepted", "accepted", None]
        assert "example.al" not in json.dumps(told)
        assert "Our reason." in mammoth.extract_raw_text(BytesIO(fetched("docx"))).value
        text = "".join(each.get_textpage().get_text_range() for each in pypdfium2.PdfDocument(fetched("pdf")))
        assert "Our reason." in text

    def test_an_unknown_kind_is_nothing(self, client, published):
        assert client.get(page("matrix_file", published.number, "exe")).status_code == 404

    def test_the_author_reads_the_outcome_by_the_signed_link(self, client, published, comments):
        token = sign("consultation.outcome", comments[0].contribution_id)
        body = client.get(page("outcome", published.number, token)).content.decode()
        assert comments[0].text in body
        assert "Our reason." in body
        for purpose in ("consultation.manage", "consultation.receipt"):
            wrong = sign(purpose, comments[0].contribution_id)
            assert client.get(page("outcome", published.number, wrong)).status_code == 404
        assert client.get(page("outcome", published.number + 1, token)).status_code == 404


class TestDesk:
    def test_the_whole_way_on_the_desk(self, client, coordinator, open_consultation, comments):
        client.force_login(coordinator)
        address = reverse("consultation_desk:issues", args=[open_consultation.pk])
        assert comments[0].text in client.get(address).content.decode()
        gather = reverse("consultation_desk:gather", args=[open_consultation.pk])
        keys = [each.pk for each in comments]
        refused = client.post(gather, {"comment": keys, "title_sq": "Vetëm shqip"})
        assert refused.status_code == 422
        assert "Vetëm shqip" in refused.content.decode()
        assert client.post(gather, {"comment": keys[:2], "theme": "x", **TITLES}).status_code == 302
        issue = Issue.objects.get()
        assert client.post(gather, {"comment": keys[2:], "add": "1", "issue": issue.pk}).status_code == 302
        assert issue.comments.count() == 3
        here = reverse("consultation_desk:issue", args=[issue.pk])
        words = {"decision": "partly", "reason_sq": "A", "reason_en": "B", "state": "approved"}
        assert client.post(here, {"revision": 0, **words}).status_code == 302
        late = client.post(here, {"revision": 0, **words, "reason_sq": "E dyta"})
        assert late.status_code == 422
        assert "E dyta" in late.content.decode()
        note = reverse("consultation_desk:note", args=[issue.pk])
        assert client.post(note, {"text": "Një fjalë"}).status_code == 302
        assert "Një fjalë" in client.get(here).content.decode()
        publish = reverse("consultation_desk:publish_answers", args=[open_consultation.pk])
        assert client.post(publish).status_code == 302
        issue.refresh_from_db()
        assert issue.response.published_at <= timezone.now()

    def test_moderators_have_no_business_here(self, client, moderator, open_consultation, issue):
        client.force_login(moderator)
        assert client.get(reverse("consultation_desk:issues", args=[open_consultation.pk])).status_code in {302, 403}
        assert client.get(reverse("consultation_desk:issue", args=[issue.pk])).status_code in {302, 403}
