import hashlib

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from consultation.enums import LineageKind, ProvisionKind
from consultation.records.consultation import Consultation
from library.reviews.models import Finding, Recommendation
from library.strategy.models import Measure
from portal.languages.bilingual import Bilingual


class DraftVersion(models.Model):
    """One numbered text that is put out. Frozen from its opening on: people commented on these words."""

    consultation = models.ForeignKey(
        Consultation, on_delete=models.CASCADE, related_name="versions", verbose_name=_("consultation")
    )
    number = models.PositiveSmallIntegerField(_("number"))
    created_at = models.DateTimeField(_("written at"), default=timezone.now, editable=False)
    frozen_at = models.DateTimeField(_("frozen at"), null=True, blank=True, editable=False)
    published_at = models.DateTimeField(
        _("shown to the public at"),
        null=True,
        blank=True,
        editable=False,
        help_text=_("The first draft is shown by the notice; a later one when its coordinator puts it out."),
    )
    changes_sq = models.TextField(_("what changed, in Albanian"), blank=True)
    changes_en = models.TextField(_("what changed, in English"), blank=True)

    changes = Bilingual("changes")

    class Meta:
        ordering = ["consultation", "number"]
        verbose_name = _("draft")
        verbose_name_plural = _("drafts")
        constraints = [models.UniqueConstraint(fields=["consultation", "number"], name="draft_number_once")]

    def __str__(self) -> str:
        return f"{self.consultation.number}, {self.number}"


class Provision(models.Model):
    """The smallest thing that can be commented on, in both languages. A section is a provision of kind heading.

    `anchor` is the fragment in every address: the same in both languages, and in the next version when the text lives
    on. `label` is what the draft itself prints before the text ("5", "II", "3/a"). `source_hash` says of which Albanian
    the English was made, so that a later edit shows that the English is behind. Where a review is put out, a provision
    stands for one of its findings or recommendations and carries a copy of its words: comments belong to what was read.
    """

    version = models.ForeignKey(
        DraftVersion, on_delete=models.CASCADE, related_name="provisions", verbose_name=_("draft")
    )
    position = models.PositiveIntegerField(_("position"))
    kind = models.CharField(_("kind"), max_length=10, choices=ProvisionKind, default=ProvisionKind.PROVISION)
    label = models.CharField(_("label"), max_length=20, blank=True)
    depth = models.PositiveSmallIntegerField(_("depth"), default=1)
    heading_sq = models.CharField(_("heading in Albanian"), max_length=300, blank=True)
    heading_en = models.CharField(_("heading in English"), max_length=300, blank=True)
    text_sq = models.TextField(_("text in Albanian"), blank=True)
    text_en = models.TextField(_("text in English"), blank=True)
    source_hash = models.CharField(
        _("Albanian that the English was made from"), max_length=64, blank=True, editable=False
    )
    anchor = models.SlugField(_("anchor"), max_length=20)
    finding = models.ForeignKey(
        Finding, on_delete=models.PROTECT, null=True, blank=True, related_name="provisions", verbose_name=_("finding")
    )
    recommendation = models.ForeignKey(
        Recommendation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="provisions",
        verbose_name=_("recommendation"),
    )
    measures = models.ManyToManyField(Measure, blank=True, related_name="provisions", verbose_name=_("measures"))

    heading = Bilingual("heading")
    text = Bilingual("text")

    class Meta:
        ordering = ["version", "position"]
        verbose_name = _("provision")
        verbose_name_plural = _("provisions")
        constraints = [
            models.UniqueConstraint(fields=["version", "position"], name="provision_position_once"),
            models.UniqueConstraint(fields=["version", "anchor"], name="provision_anchor_once_a_version"),
            models.CheckConstraint(
                name="provision_stands_for_one_thing", condition=Q(finding=None) | Q(recommendation=None)
            ),
        ]

    def __str__(self) -> str:
        return " ".join(filter(None, [self.label, self.heading])) or self.anchor

    @property
    def is_heading(self) -> bool:
        return self.kind == ProvisionKind.HEADING

    @property
    def english_is_behind(self) -> bool:
        """The Albanian was changed after the English was made from it, or there is no English."""
        return self.source_hash != source_hash(self.heading_sq, self.text_sq)


def source_hash(heading: str, text: str) -> str:
    """A fingerprint of the Albanian, blind to spaces and line breaks."""
    return hashlib.sha256(" ".join(f"{heading}\n{text}".split()).encode()).hexdigest()


class ProvisionLineage(models.Model):
    """What became of a provision in the next draft, as an editor confirmed it.

    Split is several rows with one `earlier`, merged several rows with one `later`; dropped has no `later`. A provision of the
    later draft that no row names is new.
    """

    earlier = models.ForeignKey(
        Provision,
        on_delete=models.CASCADE,
        related_name="lineage_onward",
        verbose_name=_("provision of the earlier draft"),
    )
    later = models.ForeignKey(
        Provision,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="lineage_back",
        verbose_name=_("provision of the later draft"),
    )
    kind = models.CharField(_("what became of it"), max_length=10, choices=LineageKind)
    score = models.FloatField(_("likeness"), help_text=_("From 0 to 1; 1 is the same text."))
    is_primary = models.BooleanField(
        _("first successor"), default=True, help_text=_("Of several successors, the most alike: comments show there.")
    )
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="confirmed_lineage",
        verbose_name=_("confirmed by"),
    )

    class Meta:
        verbose_name = _("lineage of a provision")
        verbose_name_plural = _("lineage of provisions")
        constraints = [
            models.UniqueConstraint(fields=["earlier", "later"], name="lineage_pair_once"),
            models.CheckConstraint(
                name="only_the_dropped_have_no_successor",
                condition=Q(kind="dropped", later__isnull=True) | (~Q(kind="dropped") & Q(later__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.earlier_id} → {self.later_id or '∅'}"
