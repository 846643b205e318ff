from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from library.publications.enums import TitleStatus
from library.publications.records.publication import Publication
from portal.languages.alphabet import SORT_KEY_LENGTH, fold
from portal.languages.enums import Language
from portal.languages.fields import AlbanianSortKeyField


class TitleSortKeyField(AlbanianSortKeyField):
    """Albanian titles sort by the Albanian alphabet, English ones letter by letter: `th` is no letter of theirs.

    The English key is written in hexadecimal digits for the reason the Albanian one is written in digits: every
    collation agrees on them.
    """

    told_in = "language"

    def pre_save(self, model_instance: models.Model, add: bool) -> str:
        if getattr(model_instance, self.told_in) == Language.ALBANIAN:
            return super().pre_save(model_instance, add)
        key = fold(getattr(model_instance, self.source)).encode().hex()[:SORT_KEY_LENGTH]
        setattr(model_instance, self.attname, key)
        return key


class Expression(models.Model):
    """A publication in one language: how its title reads there, and whose wording that is."""

    publication = models.ForeignKey(
        Publication, on_delete=models.CASCADE, related_name="expressions", verbose_name=_("publication")
    )
    language = models.CharField(_("language"), max_length=2, choices=Language)
    title = models.CharField(_("title"), max_length=500)
    title_status = models.CharField(_("wording"), max_length=12, choices=TitleStatus, default=TitleStatus.OFFICIAL)
    sort_key = TitleSortKeyField("title")

    class Meta:
        ordering = ["-language"]
        verbose_name = _("title")
        verbose_name_plural = _("titles")
        constraints = [models.UniqueConstraint(fields=["publication", "language"], name="expression_once_a_language")]

    def __str__(self) -> str:
        return self.title

    @property
    def is_official(self) -> bool:
        return self.title_status == TitleStatus.OFFICIAL

    def clean_fields(self, exclude: Any = None) -> None:
        self.title = " ".join(self.title.split())
        super().clean_fields(exclude)
