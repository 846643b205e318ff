from django.conf import settings
from django.db import transaction

from portal.home.records import ContactMessage
from portal.notifications.services import queue_letter


@transaction.atomic
def send_message(*, name: str, email: str, subject: str, text: str, language: str) -> ContactMessage:
    """Keep a message, pass it on to the people who run the portal, and acknowledge it to its writer."""
    message = ContactMessage(name=name, email=email.lower(), subject=subject, text=text, language=language)
    message.full_clean()
    message.save()
    context = {"message": message}
    queue_letter(
        "home/message_for_team",
        to=settings.CONTACT_EMAIL,
        language=language,
        occasion=f"home/message_for_team:{message.pk}",
        context=context,
    )
    queue_letter(
        "home/message_received",
        to=message.email,
        language=language,
        occasion=f"home/message_received:{message.pk}",
        context=context,
        holds_secret=False,
    )
    return message
