from typing import Any

from django.conf import settings

from portal.notifications.enums import NoticeState
from portal.notifications.records import Notice


def may_see_outbox(user: Any) -> bool:
    return bool(user.has_perm("notifications.view_notice"))


def may_read_body(user: Any, notice: Notice) -> bool:
    """What holds a code or signed link is its addressee's alone, save on a machine for development."""
    return may_see_outbox(user) and (settings.LETTERS_READABLE or not notice.holds_secret)


def may_send_again(user: Any) -> bool:
    return bool(user.has_perm("notifications.resend_notice"))


def may_be_sent_again(notice: Notice) -> bool:
    """Only a letter that nobody else will send; and not one whose words are gone."""
    return notice.state in (NoticeState.UNCERTAIN, NoticeState.DEAD) and bool(notice.body_text)
