"""What rooms above say of a record. They hand in a question; the room of the record asks it without knowing them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Mention:
    """Something public that speaks of a record: a strategy followed here, a recommendation, a provision."""

    kind: str
    title: str
    url: str


class Mentions:
    """The questions about one kind of record. Rooms above call `answer` from `AppConfig.ready`.

    An answer takes the record and yields only what the public may read.
    """

    def __init__(self) -> None:
        self._answers: list[Callable[[Any], Iterable[Mention]]] = []

    def answer(self, answer: Callable[[Any], Iterable[Mention]]) -> None:
        if answer not in self._answers:
            self._answers.append(answer)

    def of(self, record: Any) -> list[Mention]:
        return [mention for answer in self._answers for mention in answer(record)]


MENTIONS_OF_PUBLICATIONS = Mentions()
