from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.languages.bilingual import Bilingual


class GlossaryTerm(models.Model):
    """A term in both languages: shown to readers and translators once verified, and always used to widen searches.

    `use_instead` marks a word that readers type and the site does not use: it is matched, never displayed.
    """

    code = models.SlugField(_("code"), max_length=80, unique=True)
    term_sq = models.CharField(_("term in Albanian"), max_length=200, blank=True)
    term_en = models.CharField(_("term in English"), max_length=200, blank=True)
    acronym_sq = models.CharField(_("acronym in Albanian"), max_length=30, blank=True)
    acronym_en = models.CharField(_("acronym in English"), max_length=30, blank=True)
    synonyms_sq = models.JSONField(_("synonyms in Albanian"), default=list, blank=True)
    synonyms_en = models.JSONField(_("synonyms in English"), default=list, blank=True)
    explanation_sq = models.TextField(_("explanation in Albanian"), blank=True)
    explanation_en = models.TextField(_("explanation in English"), blank=True)
    is_verified = models.BooleanField(_("verified"), default=False)
    use_instead = models.ForeignKey(
        "self", on_delete=models.CASCADE, null=True, blank=True, related_name="avoided", verbose_name=_("use instead")
    )

    term = Bilingual("term")
    acronym = Bilingual("acronym")
    explanation = Bilingual("explanation")

    class Meta:
        ordering = ["code"]
        verbose_name = _("glossary term")
        verbose_name_plural = _("glossary terms")

    def __str__(self) -> str:
        return self.term
