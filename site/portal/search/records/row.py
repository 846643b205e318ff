from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.languages.enums import Language


class SearchRow(models.Model):
    """What is counted and filtered of one thing, or one place within it, in one language.

    Made from the rooms' entries; may be thrown away and rebuilt. Kept narrow, since a frequent word reads thousands:
    what is shown stands in `SearchText`, what is matched in the engine's own table `search_words`; all share the id.
    """

    kind = models.CharField(_("kind"), max_length=40)
    key = models.BigIntegerField(_("key"))
    language = models.CharField(_("language"), max_length=2, choices=Language)
    day = models.PositiveIntegerField(_("date as a number: 20240502, or 0"), default=0)
    institution = models.CharField(_("code of the institution"), max_length=60, blank=True)
    is_main = models.BooleanField(_("is the thing, not a place within it"), default=True)
    recipe = models.PositiveSmallIntegerField(_("state of the analysis it was made by"))

    class Meta:
        verbose_name = _("search entry")
        verbose_name_plural = _("search entries")
        indexes = [models.Index(fields=["kind", "key"])]

    def __str__(self) -> str:
        return f"{self.kind} {self.key} ({self.language})"
