"""The closing instant: a comment that waits for the lock past closing is late. Two connections, PostgreSQL."""

import threading
import time
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.utils import timezone

from consultation.errors import ConsultationClosed
from consultation.records import Consultation, ConsultationComment
from consultation.services import submit, submit_comment

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]

CLOSES_IN = timedelta(seconds=1)
HELD = 2.0


def send_while_the_row_is_held(consultation, author):
    """Begin sending before the closing instant while somebody holds the row until after it; return what came of it."""
    outcome = []

    def send():
        try:
            submit_comment(consultation=consultation, author=author, text="Në minutën e fundit.", language="sq")
        except ConsultationClosed:
            outcome.append("refused")
        else:
            outcome.append("accepted")
        finally:
            connection.close()

    with transaction.atomic():
        Consultation.objects.select_for_update(no_key=True).get(pk=consultation.pk)
        thread = threading.Thread(target=send)
        thread.start()
        time.sleep(HELD)
    thread.join()
    return outcome


def closing_soon(consultation):
    closes_at = timezone.now() + CLOSES_IN
    Consultation.objects.filter(pk=consultation.pk).update(closes_at=closes_at, opens_at=closes_at - timedelta(days=30))
    return consultation


def test_a_comment_that_waited_past_closing_is_refused(open_consultation, author):
    assert send_while_the_row_is_held(closing_soon(open_consultation), author) == ["refused"]

    assert not ConsultationComment.objects.exists()


def test_with_the_clock_read_before_the_lock_the_same_comment_slips_in(open_consultation, author, monkeypatch):
    """The negative control: it proves that the test above would see the fault."""
    read_early = timezone.now()
    monkeypatch.setattr(submit, "database_now", lambda: read_early)

    assert send_while_the_row_is_held(closing_soon(open_consultation), author) == ["accepted"]


def test_a_comment_within_time_is_taken_however_long_it_waits(open_consultation, author):
    assert send_while_the_row_is_held(open_consultation, author) == ["accepted"]


def test_comments_sent_at_once_get_numbers_and_receipts_of_their_own(open_consultation, author):
    failures = []

    def send():
        try:
            submit_comment(consultation=open_consultation, author=author, text="Njëherësh.", language="sq")
        except Exception as failure:
            failures.append(failure)
        finally:
            connection.close()

    threads = [threading.Thread(target=send) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert failures == []
    assert sorted(ConsultationComment.objects.values_list("number", flat=True)) == list(range(1, 13))
