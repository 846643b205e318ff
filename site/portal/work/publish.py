"""What editors scheduled goes live, or goes down, when its time has come."""

from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Page, Revision


def publish_scheduled() -> int:
    now = timezone.now()
    due: int = (
        Revision.objects.filter(approved_go_live_at__lt=now).count()
        + Page.objects.filter(live=True, expire_at__lt=now).count()
    )
    if due:
        call_command("publish_scheduled", verbosity=0)
    return due
