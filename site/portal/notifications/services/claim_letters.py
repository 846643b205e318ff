import secrets
from datetime import timedelta

from django.db import transaction
from django.db.models import F

from portal.notifications.enums import NoticeState
from portal.notifications.records import Notice
from portal.work.clock import database_now

LEASE = timedelta(minutes=5)
"""Longer than a batch with a slow mail server takes: each answer is waited for 10 s at most, and a letter needs few."""

BATCH = 10

GRACE = timedelta(seconds=1)
"""A letter is due by the clock of the process that queued it, which may run ahead of the database's."""


@transaction.atomic
def claim_letters(*, limit: int = BATCH) -> list[Notice]:
    """Take the next letters that are due, for this worker alone and for the length of a lease.

    Two workers may read the same rows; the update asks again for the state, so each letter is won once.
    """
    now = database_now()
    claim = secrets.token_hex(16)
    due = Notice.objects.filter(state=NoticeState.QUEUED, due_at__lte=now + GRACE).order_by("due_at", "id")
    keys = list(due.values_list("pk", flat=True)[:limit])
    Notice.objects.filter(pk__in=keys, state=NoticeState.QUEUED).update(
        state=NoticeState.SENDING,
        claim=claim,
        lease_until=now + LEASE,
        handed_over_at=None,
        attempts=F("attempts") + 1,
    )
    return list(
        Notice.objects.filter(pk__in=keys, claim=claim).prefetch_related("attachments").order_by("due_at", "id")
    )


@transaction.atomic
def settle_lapsed_leases() -> int:
    """Judge the letters of a worker that died; return how many.

    One that had not begun to be handed over goes back into the queue. One that had may have arrived: it becomes uncertain, and
    only a person sends it again.
    """
    lapsed = Notice.objects.filter(state=NoticeState.SENDING, lease_until__lt=database_now())
    uncertain = lapsed.filter(handed_over_at__isnull=False).update(
        state=NoticeState.UNCERTAIN, lease_until=None, last_error="The worker stopped between hand-over and note."
    )
    requeued = lapsed.filter(handed_over_at__isnull=True).update(
        state=NoticeState.QUEUED, lease_until=None, claim="", attempts=F("attempts") - 1
    )
    return uncertain + requeued
