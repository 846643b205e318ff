from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from library.publications.enums import Verb
from library.publications.records.publication import Publication


class Relation(models.Model):
    """One publication amends, repeals, reviews another. Only a verified relation lends a status."""

    subject = models.ForeignKey(
        Publication, on_delete=models.CASCADE, related_name="relations_from", verbose_name=_("publication")
    )
    verb = models.CharField(_("relation"), max_length=20, choices=Verb)
    object = models.ForeignKey(
        Publication, on_delete=models.CASCADE, related_name="relations_to", verbose_name=_("to publication")
    )
    is_verified = models.BooleanField(_("seen in a source"), default=False)

    class Meta:
        ordering = ["id"]
        verbose_name = _("relation")
        verbose_name_plural = _("relations")
        constraints = [
            models.UniqueConstraint(fields=["subject", "verb", "object"], name="relation_once"),
            models.CheckConstraint(name="relation_is_between_two", condition=~Q(subject=F("object"))),
        ]
        indexes = [models.Index(fields=["object", "verb", "is_verified"])]

    def __str__(self) -> str:
        return f"{self.subject_id} {self.verb} {self.object_id}"
