"""What lower floors tell the journal of deeds."""

from typing import Any

from django.dispatch import receiver

from portal.accounts.services import record_audit
from portal.notifications.models import Notice
from portal.notifications.signals import letter_sent_again


@receiver(letter_sent_again)
def journal_letter_sent_again(sender: Any, notice: Notice, by: Any, **kwargs: Any) -> None:
    record_audit(actor=by, deed="notifications.send_again", about=notice)
