"""Reasons for hiding a comment that moderators need often, in the words that the author and the public read."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

READY_REASONS = {
    "insult": _("The comment insults or threatens somebody."),
    "personal": _("The comment contains personal data of its author or of others."),
    "advertising": _("The comment advertises something."),
    "subject": _("The comment is not about what is being consulted on."),
    "hatred": _("The comment calls for hatred or violence."),
    "machine": _("The comment was sent by a program and not by a person."),
}


def in_both_languages(code: str) -> dict[str, str]:
    reasons = {}
    for language in ("sq", "en"):
        with override(language):
            reasons[f"reason_{language}"] = str(READY_REASONS[code])
    return reasons
