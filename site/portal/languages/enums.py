from django.db import models
from django.utils.translation import get_language


class Language(models.TextChoices):
    """A language that every page is served in. Each is named in itself, so that its readers recognise it."""

    ALBANIAN = "sq", "Shqip"
    ENGLISH = "en", "English"

    @property
    def other(self) -> "Language":
        return Language.ENGLISH if self is Language.ALBANIAN else Language.ALBANIAN


SOURCE_LANGUAGE = Language.ALBANIAN


def active_language() -> Language:
    """The language being read now. Anything else, and no language at all, is read as Albanian."""
    code = (get_language() or "").partition("-")[0]
    return Language(code) if code in Language.values else SOURCE_LANGUAGE
