import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db import transaction

from portal.languages.enums import Language
from portal.notifications.records import Notice, NoticeAttachment
from portal.notifications.rendering import render_letter


@dataclass(frozen=True)
class Attachment:
    name: str
    media_type: str
    content: bytes


@transaction.atomic
def queue_letter(
    template: str,
    *,
    to: str,
    language: str,
    occasion: str,
    context: Mapping[str, Any],
    attachments: Sequence[Attachment] = (),
    holds_secret: bool = True,
) -> Notice:
    """Write a letter into the outbox, in the transaction of the deed it tells of.

    `template` names a folder below `letters/`, e.g. `consultation/comment_received`, holding `subject.txt`, `body.txt` and
    `body.html`; `short.txt` and `short.html`, where they exist, stand for the body in the second language. A context with
    `is_example` says at the top that nobody will answer. Give addresses as `reverse_lazy(…)` and labels as lazy
    translations: both are read once in each language; a full address is `{{ base_url }}{{ path }}`.

    The same `occasion` (the letter and the key of its cause, `consultation/comment_received:17`) to the same address is
    written once; a repeat returns the first.
    """
    existing = Notice.objects.filter(occasion=occasion, recipient=to).first()
    if existing is not None:
        return existing
    rendered = render_letter(template, language=Language(language), context=context)
    notice, is_new = Notice.objects.get_or_create(
        occasion=occasion,
        recipient=to,
        defaults={
            "language": language,
            "template": template,
            "subject": rendered.subject,
            "body_text": rendered.text,
            "body_html": rendered.html,
            "holds_secret": holds_secret,
            "message_id": f"<{secrets.token_urlsafe(24)}@{settings.DEFAULT_FROM_EMAIL.rpartition('@')[2].rstrip('>')}>",
        },
    )
    if is_new:
        NoticeAttachment.objects.bulk_create(
            NoticeAttachment(notice=notice, name=a.name, media_type=a.media_type, content=a.content)
            for a in attachments
        )
    return notice
