"""What the hall holds about a person: messages sent by the contact form."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.home.records import ContactMessage


class ContactMessages:
    label = gettext_lazy("Your messages to us")
    fields = (
        "home.ContactMessage.name",
        "home.ContactMessage.email",
        "home.ContactMessage.subject",
        "home.ContactMessage.text",
        "home.ContactMessage.language",
    )

    def held(self, email: str) -> list[dict[str, Any]]:
        return [
            {
                _("your name"): message.name,
                _("your e-mail address"): message.email,
                _("what it is about"): message.subject,
                _("your message"): message.text,
                _("sent at"): message.sent_at.isoformat(),
            }
            for message in self._of(email)
        ]

    def erase(self, email: str) -> int:
        return self._of(email).delete()[0]

    def _of(self, email: str) -> QuerySet[ContactMessage]:
        return ContactMessage.objects.filter(email__iexact=email)


PERSONAL_DATA = (ContactMessages(),)
