from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.languages.bilingual import Words
from portal.languages.enums import Language


class OwnTranslationField(models.CharField):  # type: ignore[type-arg]
    """The language in which a wording is the portal's own translation; empty where sources show both."""

    def __init__(self, verbose_name: Any = None, **options: Any) -> None:
        options = {
            "max_length": 2,
            "choices": Language.choices,
            "blank": True,
            "help_text": _("The language in which the wording is the portal's own translation."),
            **options,
        }
        super().__init__(verbose_name, **options)


def is_ours(own_translation: str, words: Words) -> bool:
    """Whether the words, as they are being read, are the portal's own translation."""
    return bool(own_translation) and own_translation == words.language
