"""Labels in both languages on one record: a column for each, read as one attribute.

    class Measure(models.Model):
        name_sq = models.CharField(_("name in Albanian"), max_length=300)
        name_en = models.CharField(_("name in English"), max_length=300, blank=True)
        name = Bilingual("name")

Then `measure.name` is what the present reader reads, and `measure.name.language` says in which language that is: a
label without English is shown in Albanian, and `{{ measure.name|marked }}` marks it so.
"""

from typing import Self, overload

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from portal.languages.enums import SOURCE_LANGUAGE, Language, active_language


class Words(str):
    """A text that knows which language it is in."""

    __slots__ = ("language",)
    language: Language

    def __new__(cls, text: str, language: Language) -> Self:
        words = super().__new__(cls, text)
        words.language = language
        return words


class Bilingual:
    """The active language's column of a pair, or the Albanian where that is empty."""

    def __init__(self, name: str) -> None:
        self.name = name

    @overload
    def __get__(self, record: None, owner: type) -> Self: ...
    @overload
    def __get__(self, record: object, owner: type) -> Words: ...
    def __get__(self, record: object | None, owner: type) -> Self | Words:
        if record is None:
            return self
        language = active_language()
        return self._words(record, language) or self._words(record, SOURCE_LANGUAGE)

    def _words(self, record: object, language: Language) -> Words:
        return Words(getattr(record, f"{self.name}_{language}") or "", language)


def check_both_languages(record: models.Model, *names: str) -> None:
    """For pairs that may be left out, but not by half: refuse a text that stands in one language only."""
    errors = {
        f"{name}_{language}": _("Write this in both languages, or in neither.")
        for name in names
        for language in Language
        if getattr(record, f"{name}_{language.other}") and not getattr(record, f"{name}_{language}")
    }
    if errors:
        raise ValidationError(errors)
