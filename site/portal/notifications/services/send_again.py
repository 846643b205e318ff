from typing import Any

from django.db import transaction

from portal.notifications.enums import NoticeState
from portal.notifications.errors import CannotSendAgain
from portal.notifications.policies import may_be_sent_again
from portal.notifications.records import Notice
from portal.notifications.signals import letter_sent_again
from portal.work.clock import database_now


@transaction.atomic
def send_again(*, notice: Notice, by: Any) -> Notice:
    """Queue an uncertain or given-up letter once more, under the same Message-ID: a person decided that it may come twice."""
    notice = Notice.objects.select_for_update(of=("self",), no_key=True).get(pk=notice.pk)
    if not may_be_sent_again(notice):
        raise CannotSendAgain
    notice.state = NoticeState.QUEUED
    notice.attempts = 0
    notice.claim = ""
    notice.handed_over_at = notice.lease_until = None
    notice.due_at = database_now()
    notice.full_clean()
    notice.save()
    letter_sent_again.send(Notice, notice=notice, by=by)
    return notice
