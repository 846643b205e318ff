from django.db import transaction

from portal.notifications.enums import NoticeState
from portal.notifications.errors import CannotSendAgain
from portal.notifications.records import Notice
from portal.work.clock import database_now


@transaction.atomic
def send_again(*, notice: Notice) -> Notice:
    """Queue an uncertain or given-up letter once more, with the same Message-ID: a person decided that it may arrive twice."""
    notice = Notice.objects.select_for_update(of=("self",), no_key=True).get(pk=notice.pk)
    if notice.state not in (NoticeState.UNCERTAIN, NoticeState.DEAD) or not notice.body_text:
        raise CannotSendAgain
    notice.state = NoticeState.QUEUED
    notice.attempts = 0
    notice.claim = ""
    notice.handed_over_at = notice.lease_until = None
    notice.due_at = database_now()
    notice.full_clean()
    notice.save()
    return notice
