from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from consultation.enums import Moderation, Stage, State
from consultation.errors import (
    AlreadyAnnounced,
    AnswersMissing,
    ConsultationClosed,
    ConsultationRunning,
    NotAllowed,
    NothingToPutOut,
    NotLater,
    ReasonMissing,
    TermTooLong,
    TermTooShort,
)
from consultation.records import Consultation, Contribution, DraftVersion
from consultation.selectors import (
    next_instant,
    open_consultations,
    public_answers,
    upcoming_dates,
    visible_comments,
    visible_to,
)
from consultation.services import (
    accept_comment,
    announce_consultation,
    answer_comment,
    cancel_consultation,
    close_answers,
    extend_deadline,
    remove_example,
    submit_comment,
)
from consultation.services.extend import tell_of_unfinished_extension
from consultation.services.lapse import lapse_unconfirmed
from consultation.services.open import note_openings
from consultation.working_days import end_of
from portal.accounts.models import AuditEntry, Participant
from portal.notifications.models import Notice
from tests.consultation.conftest import a_comment, move, provision_of

REASONS = {"reason_sq": "Akt kompleks.", "reason_en": "A complex act."}


def test_numbers_follow_each_other_and_a_code_finds_its_consultation(start):
    assert [start().number, start(code="outline").number] == [1, 2]
    assert Consultation.objects.get(code="outline").number == 2


def test_the_term_is_twenty_working_days_and_ends_with_the_last(start):
    consultation = start()

    assert len(consultation.term_days) == 20
    assert consultation.closes_at == end_of(consultation.term_days[-1])


@pytest.mark.parametrize(("days", "refusal"), [(19, TermTooShort), (41, TermTooLong)])
def test_the_law_limits_the_term(start, days, refusal):
    with pytest.raises(refusal):
        start(working_days=days)


def test_an_informal_one_may_be_short_but_not_empty(start):
    assert len(start(working_days=5, is_informal=True).term_days) == 5
    with pytest.raises(ValidationError):
        start(working_days=0, is_informal=True)


def test_announcing_makes_both_pages_public(start, coordinator):
    consultation = start()

    announce_consultation(consultation=consultation, by=coordinator)

    assert [page.live for page in consultation.pages.all()] == [True, True]
    assert visible_to(None).get() == consultation
    assert AuditEntry.objects.filter(deed="consultation.announce", actor=coordinator).exists()


def test_a_notice_is_not_dated_back(start):
    consultation = start(opens_in=-timedelta(days=10))

    announced = announce_consultation(consultation=consultation, by=None)

    assert timezone.now() - announced.opens_at < timedelta(minutes=1)
    assert len(announced.term_days) == 20
    assert announced.term_days[0] > announced.opens_at.date()


def test_an_example_is_shown_in_its_course(start):
    consultation = start(opens_in=-timedelta(days=10), is_example=True)

    announced = announce_consultation(consultation=consultation, by=None)

    assert announced.opens_at == consultation.opens_at
    assert announced.is_open(timezone.now())


def test_nothing_is_announced_twice_without_a_draft_or_without_the_role(start, moderator):
    consultation = start()
    with pytest.raises(NotAllowed):
        announce_consultation(consultation=consultation, by=moderator)
    announce_consultation(consultation=consultation, by=None)
    with pytest.raises(AlreadyAnnounced):
        announce_consultation(consultation=consultation, by=None)

    empty = start()
    empty.versions.get().provisions.all().delete()
    with pytest.raises(NothingToPutOut):
        announce_consultation(consultation=empty, by=None)


def test_the_state_follows_the_clock_and_the_stage():
    now = timezone.now()
    it = Consultation(stage=Stage.ANNOUNCED, opens_at=now, closes_at=now + timedelta(days=1))

    assert it.state(now - timedelta(microseconds=1)) == State.ANNOUNCED
    assert it.state(now) == State.OPEN
    assert it.state(it.closes_at) == State.CLOSED
    it.stage = Stage.CANCELLED
    assert it.state(now) == State.CANCELLED


def test_an_extension_is_noted_and_told_once_to_everyone_who_confirmed(open_consultation, coordinator):
    for n in range(30):
        a_comment(open_consultation, confirmed=n != 0)
    twice = Contribution.objects.order_by("-pk").first()
    Participant.objects.filter(pk=twice.participant_id).update(email="person2@example.al")

    change = extend_deadline(
        consultation=open_consultation, by=coordinator, working_days=25, **REASONS, is_complex=True
    )
    while tell_of_unfinished_extension():
        pass

    change.refresh_from_db()
    assert (change.decided_by, change.told, change.told_at is not None) == (coordinator, 29, True)
    assert Notice.objects.filter(template="consultation/deadline_changed").count() == 28
    assert len(change.consultation.term_days) == 25


def test_an_extension_moves_later_has_reasons_and_comes_in_time(open_consultation, moderator):
    with pytest.raises(NotLater):
        extend_deadline(consultation=open_consultation, by=None, working_days=20, **REASONS)
    with pytest.raises(TermTooLong):
        extend_deadline(consultation=open_consultation, by=None, working_days=41, **REASONS)
    with pytest.raises(ReasonMissing):
        extend_deadline(consultation=open_consultation, by=None, working_days=25, reason_sq="Po.", reason_en="")
    with pytest.raises(NotAllowed):
        extend_deadline(consultation=open_consultation, by=moderator, working_days=25, **REASONS)
    move(open_consultation, closes_in=timedelta())
    with pytest.raises(ConsultationClosed):
        extend_deadline(consultation=open_consultation, by=None, working_days=40, **REASONS)


def test_a_cancelled_consultation_takes_no_more_comments(open_consultation, author):
    cancel_consultation(consultation=open_consultation, by=None, **REASONS)

    with pytest.raises(ConsultationClosed):
        submit_comment(consultation=open_consultation, author=author, text="x", language="sq")


def test_answers_close_when_all_is_answered_and_nothing_can_come_in(open_consultation):
    first = a_comment(open_consultation)
    second = a_comment(open_consultation, moderation=Moderation.PENDING)
    move(open_consultation, closes_in=-timedelta(hours=71))
    with pytest.raises(ConsultationRunning):
        close_answers(consultation=open_consultation, by=None)

    move(open_consultation, closes_in=-timedelta(hours=73))
    answer_comment(comment=first, by=None, decision="noted", **REASONS)
    with pytest.raises(AnswersMissing):
        close_answers(consultation=open_consultation, by=None)

    accept_comment(comment=second, by=None)
    with pytest.raises(AnswersMissing):
        close_answers(consultation=open_consultation, by=None)

    answer_comment(comment=second, by=None, decision="accepted", **REASONS)
    assert close_answers(consultation=open_consultation, by=None).stage == Stage.ANSWERED


def test_a_mended_answer_is_told_once(open_consultation):
    comment = a_comment(open_consultation)

    for decision in ("noted", "accepted"):
        answer_comment(comment=comment, by=None, decision=decision, **REASONS)

    assert [answer.decision for answer in public_answers(visible_comments(None).get())] == ["accepted"]
    assert Notice.objects.filter(template="consultation/comment_answered").count() == 1


def test_what_nobody_confirmed_lapses_with_its_address_72_hours_after_closing(open_consultation, author):
    kept = a_comment(open_consultation)
    submit_comment(consultation=open_consultation, author=author, text="x", language="sq")
    move(open_consultation, closes_in=-timedelta(hours=71))
    assert lapse_unconfirmed() == 0

    move(open_consultation, closes_in=-timedelta(hours=72, seconds=1))
    assert lapse_unconfirmed() == 1
    assert lapse_unconfirmed() == 0

    assert Contribution.objects.get() == kept.contribution
    assert not Participant.objects.filter(email="arta@example.al").exists()


def test_the_opening_is_noted_on_the_draft(open_consultation, start):
    start()

    assert note_openings() == 1
    assert note_openings() == 0

    assert DraftVersion.objects.get(consultation=open_consultation).frozen_at == open_consultation.opens_at


def test_the_hall_learns_what_is_open_and_what_comes_next(start, opened):
    first = opened(working_days=25, is_complex=True)
    second = opened()
    ahead = announce_consultation(consultation=start(opens_in=timedelta(days=2)), by=None)
    start()
    move(opened(), closes_in=-timedelta(days=1))

    assert open_consultations(None) == [second, first]
    dates = [(date.consultation, date.what) for date in upcoming_dates(None)]
    assert dates[0] == (ahead, "opens")
    assert set(dates[1:]) == {(first, "closes"), (second, "closes"), (ahead, "closes")}
    assert next_instant() <= end_of(timezone.localdate())


def test_with_nothing_announced_the_clock_changes_nothing(start):
    start()

    assert next_instant() is None


def test_an_example_is_removed_with_all_it_brought_and_nothing_else_is(start, opened, author, open_consultation):
    example = announce_consultation(consultation=start(opens_in=-timedelta(days=1), is_example=True), by=None)
    submit_comment(consultation=example, author=author, text="x", language="sq", provision=provision_of(example))
    kept = a_comment(open_consultation)

    remove_example(consultation=example)

    assert list(Consultation.objects.all()) == [open_consultation]
    assert list(Participant.objects.all()) == [kept.contribution.participant]
