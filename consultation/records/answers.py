"""The response matrix: comments gathered into issues, each issue with one reasoned answer."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from consultation.enums import AnswerState, Decision
from consultation.records.comments import ConsultationComment
from consultation.records.consultation import Consultation
from consultation.records.drafts import Provision
from portal.languages.bilingual import Bilingual
from portal.stakeholders.models import Institution


class Issue(models.Model):
    """A point that one or many comments raise. A comment may raise several.

    An issue without a title is that of a single comment, answered by itself.
    """

    consultation = models.ForeignKey(
        Consultation, on_delete=models.CASCADE, related_name="issues", verbose_name=_("consultation")
    )
    number = models.PositiveIntegerField(_("number"), editable=False)
    title_sq = models.CharField(_("title in Albanian"), max_length=300, blank=True)
    title_en = models.CharField(_("title in English"), max_length=300, blank=True)
    theme = models.CharField(_("theme"), max_length=100, blank=True)
    comments = models.ManyToManyField(
        ConsultationComment, blank=True, related_name="issues", verbose_name=_("comments")
    )
    institution = models.ForeignKey(
        Institution,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="issues",
        verbose_name=_("institution that answers"),
    )
    created_at = models.DateTimeField(_("gathered at"), default=timezone.now, editable=False)

    title = Bilingual("title")

    class Meta:
        ordering = ["consultation", "number"]
        verbose_name = _("issue raised")
        verbose_name_plural = _("issues raised")
        constraints = [models.UniqueConstraint(fields=["consultation", "number"], name="issue_number_once")]

    def __str__(self) -> str:
        return f"{self.number}: {self.title_sq}".removesuffix(": ")


class IssueNote(models.Model):
    """A word among the staff about an issue. Never public, never in an export for the public."""

    issue = models.ForeignKey(Issue, on_delete=models.CASCADE, related_name="notes", verbose_name=_("issue raised"))
    text = models.TextField(_("note"), max_length=5000)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="issue_notes",
        verbose_name=_("by"),
    )
    at = models.DateTimeField(_("at"))

    class Meta:
        ordering = ["at", "pk"]
        verbose_name = _("private note")
        verbose_name_plural = _("private notes")

    def __str__(self) -> str:
        return self.text[:60]


class OfficialResponse(models.Model):
    """The institution's reasoned answer to an issue, in both languages. Public once it is approved and published.

    `revision` rises with each change: whoever saves over an answer that changed meanwhile is told so.
    """

    issue = models.OneToOneField(
        Issue, on_delete=models.CASCADE, related_name="response", verbose_name=_("issue raised")
    )
    state = models.CharField(_("state"), max_length=10, choices=AnswerState, default=AnswerState.DRAFT)
    decision = models.CharField(_("decision"), max_length=15, choices=Decision, blank=True)
    reason_sq = models.TextField(_("reason in Albanian"), max_length=5000, blank=True)
    reason_en = models.TextField(_("reason in English"), max_length=5000, blank=True)
    resulting_provision = models.ForeignKey(
        Provision,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="responses",
        verbose_name=_("provision that changed"),
    )
    revision = models.PositiveIntegerField(_("revision"), default=1, editable=False)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="official_responses",
        verbose_name=_("answered by"),
    )
    answered_at = models.DateTimeField(_("answered at"))
    published_at = models.DateTimeField(_("published at"), null=True, blank=True)

    reason = Bilingual("reason")

    class Meta:
        verbose_name = _("official answer")
        verbose_name_plural = _("official answers")

    def __str__(self) -> str:
        return str(self.get_decision_display())

    @property
    def is_public(self) -> bool:
        return self.published_at is not None


class AnswerRelease(models.Model):
    """Answers that were published together. Whoever is answered is written to once for each; the worker keeps its place."""

    consultation = models.ForeignKey(
        Consultation, on_delete=models.CASCADE, related_name="answer_releases", verbose_name=_("consultation")
    )
    published_at = models.DateTimeField(_("published at"))
    answers = models.PositiveIntegerField(_("answers"))
    told = models.PositiveIntegerField(_("letters written about it"), default=0)
    told_up_to = models.BigIntegerField(_("key of the last contribution told"), default=0, editable=False)
    told_at = models.DateTimeField(_("everyone was told at"), null=True, blank=True, editable=False)

    class Meta:
        ordering = ["published_at", "pk"]
        verbose_name = _("publication of answers")
        verbose_name_plural = _("publications of answers")

    def __str__(self) -> str:
        return f"{self.consultation_id}, {self.published_at:%Y-%m-%d}"


class ConsultationReport(models.Model):
    """What the consultation came to: written from the data, mended by hand, frozen by its publication.

    `figures` keeps the counts, issues and decisions as they stood when it was published.
    """

    consultation = models.OneToOneField(
        Consultation, on_delete=models.CASCADE, related_name="report", verbose_name=_("consultation")
    )
    course_sq = models.TextField(_("course of the consultation in Albanian"), blank=True)
    course_en = models.TextField(_("course of the consultation in English"), blank=True)
    outcome_sq = models.TextField(_("what changed, in Albanian"), blank=True)
    outcome_en = models.TextField(_("what changed, in English"), blank=True)
    figures = models.JSONField(_("figures"), default=dict, editable=False)
    written_at = models.DateTimeField(_("written at"), default=timezone.now)
    published_at = models.DateTimeField(_("published at"), null=True, blank=True, editable=False)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="consultation_reports",
        verbose_name=_("published by"),
    )
    told = models.PositiveIntegerField(_("letters written about it"), default=0, editable=False)
    told_up_to = models.BigIntegerField(_("key of the last contribution told"), default=0, editable=False)
    told_at = models.DateTimeField(_("everyone was told at"), null=True, blank=True, editable=False)

    course = Bilingual("course")
    outcome = Bilingual("outcome")

    class Meta:
        verbose_name = _("report of a consultation")
        verbose_name_plural = _("reports of consultations")

    def __str__(self) -> str:
        return str(self.consultation)

    @property
    def is_frozen(self) -> bool:
        return self.published_at is not None
