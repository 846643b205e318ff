from datetime import datetime

from django.db import transaction
from django.db.models import Q

from portal.notifications.enums import NoticeState
from portal.notifications.records import Notice
from portal.work.batches import MOST_ROWS

WAITING = (NoticeState.QUEUED, NoticeState.SENDING)


@transaction.atomic
def erase_letters(*, email: str) -> int:
    """Delete every letter to the address, the waiting ones too: nobody writes to a person who was erased."""
    letters = Notice.objects.filter(recipient__iexact=email)
    count = letters.count()
    letters.delete()
    return count


@transaction.atomic
def delete_old_letters(*, before: datetime) -> int:
    """Delete one batch of letters that were sent, or last tried, before the given moment. Waiting ones stay."""
    old = Notice.objects.filter(Q(sent_at__lt=before) | Q(sent_at__isnull=True, queued_at__lt=before))
    keys = list(old.exclude(state__in=WAITING).order_by("id").values_list("pk", flat=True)[:MOST_ROWS])
    Notice.objects.filter(pk__in=keys).delete()
    return len(keys)
