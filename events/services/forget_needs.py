from datetime import timedelta

from django.db import transaction

from events.records import AccessNeeds
from portal.work.clock import database_now

KEPT_AFTER_EVENT = timedelta(days=30)
BATCH = 50


@transaction.atomic
def forget_needs() -> int:
    """Delete the access needs of events that ended 30 days ago, a small batch at a time; return how many went."""
    due = AccessNeeds.objects.filter(registration__event__ends_at__lt=database_now() - KEPT_AFTER_EVENT)
    keys = list(due.values_list("pk", flat=True)[:BATCH])
    AccessNeeds.objects.filter(pk__in=keys).delete()
    return len(keys)
