from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.search.records.row import SearchRow


class SearchText(models.Model):
    """What the list of results shows of a row."""

    row = models.OneToOneField(SearchRow, on_delete=models.CASCADE, primary_key=True, related_name="text")
    title = models.TextField(_("title"))
    where = models.TextField(_("place within the thing"), blank=True)
    text = models.TextField(_("text"))
    url = models.TextField(_("address"))
    category = models.CharField(_("stakeholder category"), max_length=40, blank=True)
    is_example = models.BooleanField(_("is an example"), default=False)

    class Meta:
        verbose_name = _("text of a search entry")
        verbose_name_plural = _("texts of search entries")

    def __str__(self) -> str:
        return self.title
