from django.db import models
from django.utils.translation import gettext_lazy as _


class EvidenceKind(models.TextChoices):
    INDICATOR = "indicator", _("indicator")
    MEASURE = "measure", _("measure")
    BUDGET = "budget", _("budget")
    PUBLICATION = "publication", _("document")
    INTERVIEW = "interview", _("interview")
    VISIT = "visit", _("visit on the spot")


class Verdict(models.TextChoices):
    """What the institution says to a recommendation."""

    ACCEPTED = "accepted", _("accepted")
    PARTLY = "partly", _("partly accepted")
    NOT_ACCEPTED = "not_accepted", _("not accepted")


class AnswerState(models.TextChoices):
    """The verdicts, and the silence before one. Silence is not stored: it is a recommendation without an answer."""

    ACCEPTED = Verdict.ACCEPTED.value, Verdict.ACCEPTED.label
    PARTLY = Verdict.PARTLY.value, Verdict.PARTLY.label
    NOT_ACCEPTED = Verdict.NOT_ACCEPTED.value, Verdict.NOT_ACCEPTED.label
    WAITING = "waiting", _("not answered yet")
