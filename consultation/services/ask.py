"""The questions beside a draft, written until it opens: people must all have been asked the same."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.db.models import Max

from consultation.enums import QuestionKind
from consultation.errors import NotAllowed, OptionsMissing, QuestionsStand
from consultation.policies import may_coordinate, may_write_questions
from consultation.records import Consultation, Question, QuestionOption
from portal.accounts.services import record_audit
from portal.delivery.generation import raise_generation
from portal.work.clock import database_now


@transaction.atomic
def write_question(
    *,
    consultation: Consultation,
    by: Any,
    kind: str,
    text_sq: str,
    text_en: str,
    is_required: bool,
    options: Sequence[tuple[str, str]] = (),
    question: Question | None = None,
) -> Question:
    """Add a question at the end, or change one. Options are pairs in both languages; the other kinds have none."""
    consultation = _held(consultation, by)
    has_options = kind in {QuestionKind.CHOICE, QuestionKind.SEVERAL}
    if has_options and len(options) < 2:
        raise OptionsMissing
    if question is None:
        last = consultation.questions.aggregate(last=Max("position"))["last"] or 0
        question = Question(consultation=consultation, position=last + 1)
    question.kind, question.text_sq, question.text_en, question.is_required = kind, text_sq, text_en, is_required
    question.full_clean()
    question.save()
    question.options.all().delete()
    for place, (option_sq, option_en) in enumerate(options if has_options else (), 1):
        option = QuestionOption(question=question, position=place, text_sq=option_sq, text_en=option_en)
        option.full_clean()
        option.save()
    record_audit(
        actor=by, deed="consultation.write_question", about=consultation, detail={"question": question.position}
    )
    raise_generation()
    return question


@transaction.atomic
def remove_question(*, question: Question, by: Any) -> None:
    consultation = _held(question.consultation, by)
    record_audit(
        actor=by, deed="consultation.remove_question", about=consultation, detail={"question": question.position}
    )
    question.delete()
    raise_generation()


def _held(consultation: Consultation, by: Any) -> Consultation:
    if not may_coordinate(by):
        raise NotAllowed
    consultation = Consultation.objects.select_for_update(no_key=True).get(pk=consultation.pk)
    if not may_write_questions(by, consultation, database_now()):
        raise QuestionsStand
    return consultation
