"""What rooms above say of a measure. They hand in a question; this room asks it without knowing them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from library.strategy.records import Measure


@dataclass(frozen=True)
class Mention:
    """Something public that speaks of a measure: a recommendation, a finding, a provision."""

    kind: str
    title: str
    url: str


_QUESTIONS: list[Callable[[Measure], Iterable[Mention]]] = []


def answer_mentions(question: Callable[[Measure], Iterable[Mention]]) -> None:
    """Called from `AppConfig.ready` of a room above. The question yields only what the public may read."""
    if question not in _QUESTIONS:
        _QUESTIONS.append(question)


def mentions_of(measure: Measure) -> list[Mention]:
    return [mention for question in _QUESTIONS for mention in question(measure)]
