from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.languages.enums import Language


class SearchRow(models.Model):
    """One thing in one language as it can be found and shown. Made from the rooms' entries; may be thrown away and rebuilt.

    The stems stand in the engine's own index beside this table: `search_words`, keyed by this row's id.
    """

    kind = models.CharField(_("kind"), max_length=40)
    key = models.BigIntegerField(_("key"))
    language = models.CharField(_("language"), max_length=2, choices=Language)
    title = models.TextField(_("title"))
    text = models.TextField(_("text"))
    url = models.TextField(_("address"))
    date = models.DateField(_("date"), null=True)
    year = models.PositiveSmallIntegerField(_("year"), null=True)
    institution = models.TextField(_("institution"), blank=True)
    is_example = models.BooleanField(_("is an example"), default=False)

    class Meta:
        verbose_name = _("search entry")
        verbose_name_plural = _("search entries")
        indexes = [models.Index(fields=["kind", "key"])]

    def __str__(self) -> str:
        return self.title
