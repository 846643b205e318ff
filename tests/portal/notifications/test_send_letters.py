"""What becomes of a letter, answer by answer of the mail server."""

from datetime import timedelta

import pytest
from django.utils import timezone

from portal.notifications.enums import NoticeState
from portal.notifications.models import Notice
from portal.notifications.services import (
    Attachment,
    claim_letters,
    send_due_letters,
    settle_lapsed_leases,
)
from portal.notifications.services.send_letters import BACK_OFF, begin_hand_over, note_sent

State = NoticeState


def time_passes():
    Notice.objects.update(
        lease_until=timezone.now() - timedelta(seconds=1), due_at=timezone.now() - timedelta(seconds=1)
    )


def test_a_letter_arrives_once_with_its_own_message_id_and_attachment(write, serve):
    notice = write(attachments=[Attachment("ftesa.ics", "text/calendar", b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")])
    sink = serve()

    assert send_due_letters() == 1
    assert send_due_letters() == 0

    notice.refresh_from_db()
    (message,) = sink.taken
    assert notice.state == State.SENT
    assert message["Message-ID"] == notice.message_id
    assert message["To"] == "ana@example.al"
    assert [part.get_content_type() for part in message.walk() if not part.is_multipart()] == [
        "text/plain",
        "text/html",
        "text/calendar",
    ]


def test_what_was_secret_is_blanked_once_sent_outside_development(write, serve, settings):
    settings.LETTERS_READABLE = False
    secret, open_letter = write("ana"), write("beni", holds_secret=False)
    serve()

    send_due_letters()

    secret.refresh_from_db()
    open_letter.refresh_from_db()
    assert (secret.body_text, secret.body_html) == ("", "")
    assert "/sq/lidhja/" in open_letter.body_text


def test_a_letter_stays_readable_in_development(write, serve):
    notice = write()
    serve()

    send_due_letters()

    notice.refresh_from_db()
    assert "/sq/lidhja/" in notice.body_text


@pytest.mark.parametrize(
    ("manners", "state"),
    [
        ({"rcpt": lambda line: "450 come back"}, State.QUEUED),
        ({"rcpt": lambda line: "550 nobody of that name"}, State.DEAD),
        ({"data": lambda to: "451 come back"}, State.QUEUED),
        ({"data": lambda to: "554 not wanted"}, State.DEAD),
        ({"cut": True}, State.UNCERTAIN),
        ({"hold": "data"}, State.UNCERTAIN),
        ({"hold": "rcpt"}, State.QUEUED),
        ({"hold": "banner"}, State.QUEUED),
    ],
    ids=[
        "4xx-recipient",
        "5xx-recipient",
        "4xx-letter",
        "5xx-letter",
        "line-cut",
        "silence",
        "silence-before",
        "no-banner",
    ],
)
def test_an_answer_decides_what_becomes_of_the_letter(write, serve, manners, state):
    notice = write()
    serve(**manners)

    send_due_letters()

    notice.refresh_from_db()
    assert notice.state == state
    assert notice.last_error
    assert send_due_letters() == 0, "nothing is tried again before its time"


def test_one_refused_letter_does_not_hold_up_the_next(write, serve):
    refused, welcome = write("ana"), write("beni")
    sink = serve(rcpt=lambda line: "550 no" if "ana@" in line else "250 OK")

    send_due_letters()

    refused.refresh_from_db()
    welcome.refresh_from_db()
    assert (refused.state, welcome.state) == (State.DEAD, State.SENT)
    assert [message["To"] for message in sink.taken] == ["beni@example.al"]


def test_a_letter_that_cannot_be_written_as_mail_is_given_up_and_the_next_is_sent(write, serve):
    broken, sound = write("ana"), write("beni")
    Notice.objects.filter(pk=broken.pk).update(subject="two\nlines")
    serve()

    send_due_letters()

    broken.refresh_from_db()
    sound.refresh_from_db()
    assert (broken.state, sound.state) == (State.DEAD, State.SENT)


def test_waits_grow_and_end(write, serve):
    notice = write()
    serve(rcpt=lambda line: "450 come back")
    waits = []

    for _attempt in range(len(BACK_OFF)):
        send_due_letters()
        notice.refresh_from_db()
        assert notice.state == State.QUEUED
        waits.append(round((notice.due_at - timezone.now()).total_seconds() / 60))
        time_passes()
    send_due_letters()

    notice.refresh_from_db()
    assert waits == [round(wait.total_seconds() / 60) for wait in BACK_OFF]
    assert notice.state == State.DEAD


def test_an_outage_of_the_server_gives_up_no_letter(write, serve):
    first, second = write("ana"), write("beni")
    sink = serve(hold="banner")

    Notice.objects.update(attempts=len(BACK_OFF))
    send_due_letters()
    time_passes()
    sink.hold = ""
    assert send_due_letters() == 2

    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.state, first.attempts) == (State.SENT, len(BACK_OFF) + 1)
    assert second.state == State.SENT


def test_a_claimed_letter_is_nobody_elses(write):
    write()

    assert len(claim_letters()) == 1
    assert claim_letters() == []


def test_a_lapsed_letter_that_never_travelled_goes_back_into_the_queue(write, serve):
    notice = write()
    claim_letters()
    time_passes()

    assert settle_lapsed_leases() == 1
    sink = serve()
    send_due_letters()

    notice.refresh_from_db()
    assert (notice.state, notice.attempts) == (State.SENT, 1)
    assert len(sink.taken) == 1


def test_a_lapsed_letter_that_may_have_arrived_is_uncertain_and_never_resent_by_itself(write, serve):
    notice = write()
    (claimed,) = claim_letters()
    begin_hand_over(claimed)
    time_passes()

    settle_lapsed_leases()
    sink = serve()
    time_passes()
    send_due_letters()

    notice.refresh_from_db()
    assert notice.state == State.UNCERTAIN
    assert sink.taken == []


def test_a_lease_that_still_runs_is_left_alone(write):
    write()
    claim_letters()

    assert settle_lapsed_leases() == 0


def test_a_worker_that_wakes_after_its_lease_hands_nothing_over(write):
    write()
    (claimed,) = claim_letters()
    time_passes()

    assert not begin_hand_over(claimed)


def test_a_slow_worker_that_did_send_settles_the_doubt(write):
    notice = write()
    (claimed,) = claim_letters()
    begin_hand_over(claimed)
    time_passes()
    settle_lapsed_leases()

    note_sent(claimed)

    notice.refresh_from_db()
    assert notice.state == State.SENT
