from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.languages.bilingual import Bilingual


class HolidayOverride(models.Model):
    """A day on which the official calendar errs: a holiday given once, a Bajram that moved, a day worked after all.

    Terms already announced keep their days: a closing instant moves only by an extension.
    """

    day = models.DateField(_("day"), unique=True)
    is_working = models.BooleanField(
        _("is a working day"), default=False, help_text=_("Tick this for a day that the calendar takes for a holiday.")
    )
    name_sq = models.CharField(_("name in Albanian"), max_length=120, blank=True)
    name_en = models.CharField(_("name in English"), max_length=120, blank=True)

    name = Bilingual("name")

    class Meta:
        ordering = ["-day"]
        verbose_name = _("one-off day")
        verbose_name_plural = _("one-off days")
        constraints = [
            models.CheckConstraint(
                name="holiday_has_a_name",
                condition=models.Q(is_working=True) | ~(models.Q(name_sq="") | models.Q(name_en="")),
                violation_error_message=_("Name the holiday in both languages."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.day:%Y-%m-%d} {self.name_sq}".strip()
