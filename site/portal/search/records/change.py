from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class SearchChange(models.Model):
    """A thing whose entries are old. Written with the change itself, so that no change is forgotten.

    Stays until every engine has it: first the database's own index, then Elasticsearch where there is one.
    """

    kind = models.CharField(_("kind"), max_length=40)
    key = models.BigIntegerField(_("key"))
    is_indexed = models.BooleanField(_("in the database's index"), default=False)
    queued_at = models.DateTimeField(_("queued at"), default=timezone.now)

    class Meta:
        ordering = ["id"]
        verbose_name = _("change to index")
        verbose_name_plural = _("changes to index")

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"
