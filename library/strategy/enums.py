from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class MeasureState(models.TextChoices):
    NOT_STARTED = "not_started", _("not started")
    IN_PROGRESS = "in_progress", _("in progress")
    PARTLY_IMPLEMENTED = "partly_implemented", _("partly implemented")
    IMPLEMENTED = "implemented", _("implemented")
    DELAYED = "delayed", _("delayed")
    CANCELLED = "cancelled", pgettext_lazy("measure", "cancelled")


class LineKind(models.TextChoices):
    PART = "part", _("part of the text")
    LEVEL = "level", _("level of the structure")
    FACT = "fact", _("fact")
    REPORTING = "reporting", _("how it is reported")


class IndicatorKind(models.TextChoices):
    NUMBER = "number", _("number")
    PERCENT = "percent", _("percent")
    YES_NO = "yes_no", _("yes or no")
    TEXT = "text", _("text")


class Direction(models.TextChoices):
    UP = "up", _("higher is better")
    DOWN = "down", _("lower is better")
    REACH = "reach", _("close to the target is best")


class Frequency(models.TextChoices):
    HALF_YEARLY = "half_yearly", _("every six months")
    YEARLY = "yearly", _("every year")


class Disaggregation(models.TextChoices):
    SEX = "sex", _("sex")
    AGE = "age", _("age")
    REGION = "region", _("region")
    INSTITUTION = "institution", _("institution")
    TRADE = "trade", _("trade")
    LANGUAGE = "language", _("language")


class ReadingState(models.TextChoices):
    """Only an approved reading is public."""

    DRAFT = "draft", _("draft")
    SUBMITTED = "submitted", _("submitted")
    APPROVED = "approved", _("approved")
    RETURNED = "returned", _("returned with a reason")


class Half(models.IntegerChoices):
    FIRST = 1, _("first half")
    SECOND = 2, _("second half")
