"""What the outbox holds about a person, found by the address that was written to."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.notifications.records import Notice
from portal.notifications.services import erase_letters


class Letters:
    """Letters are told by subject and time. Their text may hold a signed link, which is shown to nobody afterwards."""

    label = gettext_lazy("Our letters to you")
    fields = (
        "notifications.Notice.recipient",
        "notifications.Notice.occasion",
        "notifications.Notice.language",
        "notifications.Notice.subject",
        "notifications.Notice.body_text",
        "notifications.Notice.body_html",
        "notifications.Notice.last_error",
        "notifications.NoticeAttachment.name",
        "notifications.NoticeAttachment.content",
    )

    def held(self, email: str) -> list[dict[str, Any]]:
        return [
            {
                _("subject"): notice.subject,
                _("state"): str(notice.get_state_display()),
                _("queued at"): notice.queued_at.isoformat(),
                _("sent at"): notice.sent_at.isoformat() if notice.sent_at else None,
            }
            for notice in Notice.objects.filter(recipient__iexact=email)
        ]

    def erase(self, email: str) -> int:
        return erase_letters(email=email)


PERSONAL_DATA = (Letters(),)
