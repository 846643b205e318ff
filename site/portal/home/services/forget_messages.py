from datetime import timedelta

from portal.home.records import ContactMessage
from portal.work.clock import database_now

KEPT_FOR = timedelta(days=365)
"""As the privacy page promises."""


def forget_old_messages() -> int:
    """Delete the oldest messages that are past their time; return how many."""
    keys = ContactMessage.objects.filter(sent_at__lt=database_now() - KEPT_FOR).values_list("pk", flat=True)[:50]
    return ContactMessage.objects.filter(pk__in=list(keys)).delete()[0]
