from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.languages.enums import Language


class Participant(models.Model):
    """Who stood behind one act: a contribution or a registration.

    One row an act, never shared or merged: otherwise a stranger who types somebody's address could overwrite a name. Confirmed
    rows are read together by address. Erasing a person deletes these rows; the acts stay with `SET_NULL`.
    """

    email = models.EmailField(_("e-mail address"), max_length=254, db_index=True)
    name = models.CharField(_("name"), max_length=120, blank=True)
    organisation = models.CharField(_("organisation"), max_length=200, blank=True)
    language = models.CharField(_("language of letters"), max_length=2, choices=Language, default=Language.ALBANIAN)
    created_at = models.DateTimeField(_("written at"), default=timezone.now)
    confirmed_at = models.DateTimeField(_("address confirmed at"), null=True, blank=True)

    class Meta:
        verbose_name = _("participant")
        verbose_name_plural = _("participants")

    def __str__(self) -> str:
        return self.name or self.organisation or self.email

    @property
    def is_confirmed(self) -> bool:
        return self.confirmed_at is not None
