import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string
from django.utils.translation import override

from portal.languages.enums import Language
from portal.notifications.records import Notice, NoticeAttachment


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
    `body.html`, each rendered in the reader's language and then in the other one. The same `occasion` (the letter and the
    key of its cause, `consultation/comment_received:17`) to the same address is written once; a repeat returns the first.
    """
    other = Language(language).other
    full = {"portal_name": settings.PORTAL_NAME, "base_url": settings.BASE_URL, **context}
    rendered = {code: _render(template, code, full) for code in (Language(language), other)}
    first, second = rendered[Language(language)], rendered[other]
    notice, is_new = Notice.objects.get_or_create(
        occasion=occasion,
        recipient=to,
        defaults={
            "language": language,
            "template": template,
            "subject": " ".join(first["subject"].split())[:250],
            "body_text": f"{first['text']}\n\n— — —\n\n{second['text']}",
            "body_html": render_to_string(
                "letters/letter.html", {"first": first, "second": second, "language": language, "other": other} | full
            ),
            "holds_secret": holds_secret,
            "message_id": f"<{secrets.token_urlsafe(24)}@{settings.DEFAULT_FROM_EMAIL.rpartition('@')[2].rstrip('>')}>",
        },
    )
    if is_new:
        NoticeAttachment.objects.bulk_create(
            NoticeAttachment(notice=notice, name=a.name, media_type=a.media_type, content=a.content) for a in attachments
        )
    return notice


def _render(template: str, language: Language, context: Mapping[str, Any]) -> dict[str, str]:
    with override(language):
        localised = {**context, "language": language, "portal_name": settings.PORTAL_NAME[language]}
        return {
            "subject": render_to_string(f"letters/{template}/subject.txt", localised).strip(),
            "text": render_to_string(f"letters/{template}/body.txt", localised).strip(),
            "html": render_to_string(f"letters/{template}/body.html", localised).strip(),
        }
