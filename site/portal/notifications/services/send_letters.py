"""From the outbox to the mail server. Everything that a crash could part is written down before it is done."""

import smtplib
from datetime import timedelta
from email.errors import MessageError
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.db import transaction
from django.db.models import F, QuerySet

from portal.notifications.enums import NoticeState
from portal.notifications.records import Notice
from portal.notifications.services.claim_letters import claim_letters
from portal.work.clock import database_now

BACK_OFF = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 4 * 60, 12 * 60, 24 * 60))
"""How long a letter rests after its first, second, … failed attempt; after the last it is given up."""

SERVER_REST = timedelta(minutes=1)
"""How long all letters rest while the mail server cannot be reached; an outage gives up none of them."""


def send_due_letters() -> int:
    """Send one batch over one connection and return how many letters were taken."""
    notices = claim_letters()
    count = len(notices)
    if not notices:
        return 0
    connection = get_connection()
    try:
        while notices:
            try:
                connection.open()
            except (OSError, smtplib.SMTPException) as error:
                _close(connection)
                return count - len(notices) + put_back(notices, error)
            _send(notices.pop(0), connection)
    finally:
        _close(connection)
    return count


def _send(notice: Notice, connection: Any) -> None:
    """Hand one letter over. An error with the server's reply, or before the letter began to travel, is certain; else not."""
    try:
        message = _message(notice, connection)
        message.message()
    except (MessageError, ValueError) as error:
        note_failure(notice, error, state=NoticeState.DEAD)
        return
    if not begin_hand_over(notice):
        return
    _forget_last_letter(connection)
    try:
        message.send()
    except (OSError, smtplib.SMTPException) as error:
        travelled = getattr(connection, "data_began", False) and _reply_code(error) is None
        _close(connection)
        note_failure(notice, error, state=NoticeState.UNCERTAIN if travelled else _after(error))
    else:
        note_sent(notice)


@transaction.atomic
def begin_hand_over(notice: Notice) -> bool:
    """Write down that the letter is about to travel; no, when the lease ran out and somebody else may have it."""
    now = database_now()
    return bool(_still_ours([notice]).filter(lease_until__gt=now).update(handed_over_at=now))


@transaction.atomic
def note_sent(notice: Notice) -> None:
    """The server took it. What it said is blanked when it held a secret, unless this machine is for development."""
    blank: dict[str, Any] = {}
    if notice.holds_secret and not settings.LETTERS_READABLE:
        blank = {"body_text": "", "body_html": ""}
        notice.attachments.all().delete()
    Notice.objects.filter(pk=notice.pk, claim=notice.claim).update(
        state=NoticeState.SENT, sent_at=database_now(), lease_until=None, last_error="", **blank
    )


@transaction.atomic
def put_back(notices: list[Notice], error: Exception) -> int:
    """No line to the server, or it does not let us in: not the letters' fault, so this counts as no attempt of theirs."""
    _still_ours(notices).update(
        state=NoticeState.QUEUED,
        attempts=F("attempts") - 1,
        lease_until=None,
        due_at=database_now() + SERVER_REST,
        last_error=_words(error),
    )
    return len(notices)


@transaction.atomic
def note_failure(notice: Notice, error: Exception, *, state: NoticeState) -> None:
    now = database_now()
    if state == NoticeState.QUEUED and notice.attempts > len(BACK_OFF):
        state = NoticeState.DEAD
    rest = BACK_OFF[min(notice.attempts, len(BACK_OFF)) - 1]
    _still_ours([notice]).update(
        state=state,
        lease_until=None,
        due_at=now + rest if state == NoticeState.QUEUED else notice.due_at,
        last_error=_words(error),
    )


def _still_ours(notices: list[Notice]) -> QuerySet[Notice]:
    """The letters of one claim, as long as nobody else has judged them since."""
    keys = [notice.pk for notice in notices]
    return Notice.objects.filter(pk__in=keys, claim=notices[0].claim, state=NoticeState.SENDING)


def _message(notice: Notice, connection: Any) -> EmailMultiAlternatives:
    message = EmailMultiAlternatives(
        subject=notice.subject,
        body=notice.body_text,
        to=[notice.recipient],
        connection=connection,
        headers={
            "Message-ID": notice.message_id,
            "Content-Language": notice.language,
            "Auto-Submitted": "auto-generated",
        },
    )
    if notice.body_html:
        message.attach_alternative(notice.body_html, "text/html")
    for attachment in notice.attachments.all():
        message.attach(attachment.name, bytes(attachment.content), attachment.media_type)
    return message


def _after(error: Exception) -> NoticeState:
    """A permanent refusal ends a letter, save one of our own address, which is a setting; anything else is tried again."""
    code = _reply_code(error)
    permanent = code is not None and 500 <= code < 600 and not isinstance(error, smtplib.SMTPSenderRefused)
    return NoticeState.DEAD if permanent else NoticeState.QUEUED


def _reply_code(error: Exception) -> int | None:
    """What the server answered, where it answered at all."""
    if isinstance(error, smtplib.SMTPResponseException):
        return error.smtp_code if error.smtp_code > 0 else None
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return max(int(reply[0]) for reply in error.recipients.values())
    return None


def _words(error: Exception) -> str:
    """The error for the outbox screen. A server's reply may repeat the address, which the row holds anyway."""
    return f"{type(error).__name__}: {error}".replace("\x00", "")[:500]


def _forget_last_letter(connection: Any) -> None:
    line: Any = getattr(connection, "connection", None)
    if hasattr(line, "data_began"):
        line.data_began = False


def _close(connection: Any) -> None:
    """The letters are noted already; a line that breaks while closing loses nothing."""
    try:
        connection.close()
    except (OSError, smtplib.SMTPException):
        connection.connection = None
