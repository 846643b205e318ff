"""Questions beside the draft, and what was answered, by stakeholder category."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from consultation.enums import QuestionKind
from consultation.records import Consultation, Question, QuestionAnswer
from portal.stakeholders.selectors import top_categories


def questions_of(consultation: Consultation) -> list[Question]:
    return list(consultation.questions.prefetch_related("options").order_by("position"))


@dataclass(frozen=True)
class Result:
    """One question with a row for each thing that could be answered: how many chose it, in all and by category.

    Answers in words are counted; `words` is how many."""

    question: Question
    rows: list[dict[str, Any]] = field(default_factory=list)
    words: int = 0


def results_of(consultation: Consultation) -> tuple[list[str], list[Result]]:
    """The columns of the tables, and the results. Only answers from confirmed addresses count."""
    questions = questions_of(consultation)
    if not questions:
        return [], []
    counted = (
        QuestionAnswer.objects.filter(
            question__in=questions,
            contribution__confirmed_at__isnull=False,
            contribution__withdrawn_at__isnull=True,
            contribution__disowned_at__isnull=True,
        )
        .order_by()
        .values(
            "question_id",
            "option_id",
            "scale",
            top=Coalesce("contribution__category__parent_id", "contribution__category_id"),
        )
        .annotate(times=Count("pk"))
    )
    times: Counter[tuple[int, Any, int]] = Counter()
    for row in counted:
        times[row["question_id"], row["option_id"] or row["scale"], row["top"]] += row["times"]
    categories = list(top_categories())
    columns = [_("Answer"), pgettext("answers", "All"), *(str(each.name) for each in categories)]
    return columns, [_result(question, times, categories) for question in questions]


def _result(question: Question, times: "Counter[tuple[int, Any, int]]", categories: list[Any]) -> Result:
    if question.kind == QuestionKind.TEXT:
        words = sum(number for key, number in times.items() if key[0] == question.pk)
        return Result(question, words=words)
    choices = (
        [(value, str(value)) for value in range(1, 6)]
        if question.kind == QuestionKind.SCALE
        else [(option.pk, option.text) for option in question.options.all()]
    )
    rows: list[dict[str, Any]] = []
    for value, label in choices:
        by_category = [times[question.pk, value, each.pk] for each in categories]
        rows.append({"cells": [label, sum(by_category), *by_category]})
    return Result(question, rows=rows)
