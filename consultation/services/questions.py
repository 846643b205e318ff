from collections.abc import Iterable
from dataclasses import dataclass

from consultation.records import Contribution, Question, QuestionAnswer, QuestionOption


@dataclass(frozen=True)
class Reply:
    """What somebody answers to one question: options, a place on the scale, or words."""

    question: Question
    options: tuple[QuestionOption, ...] = ()
    scale: int | None = None
    text: str = ""


def store_answers(*, contribution: Contribution, replies: Iterable[Reply]) -> None:
    """Several choices are several rows; a question that was passed over has none."""
    for reply in replies:
        rows = [QuestionAnswer(question=reply.question, option=option) for option in reply.options]
        if reply.scale is not None or reply.text.strip():
            rows.append(QuestionAnswer(question=reply.question, scale=reply.scale, text=reply.text))
        for row in rows:
            row.contribution = contribution
            row.full_clean()
            row.save()
