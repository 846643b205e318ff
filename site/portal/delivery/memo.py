"""Answers that stay true until public state changes, kept in the process by generation."""

import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from functools import wraps
from typing import ParamSpec, TypeVar

from portal.delivery.generation import current_generation

Args = ParamSpec("Args")
Answer = TypeVar("Answer")

MOST_ANSWERS = 512
LONGEST_SECONDS = 60.0
"""A process that dies between a commit and the note of it leaves no answer old for longer than this."""


def until_next_generation(question: Callable[Args, Answer]) -> Callable[Args, Answer]:
    """Remember the answer of a read for each set of (hashable) arguments until the generation is raised.

    The generation is read before the question is asked: an answer overtaken by a change is filed under the old one.
    Answers are shared: nobody changes one. What the clock decides is no part of an answer, or its day is an argument.
    """
    known: OrderedDict[Hashable, tuple[str, float, Answer]] = OrderedDict()

    @wraps(question)
    def remembered(*args: Args.args, **kwargs: Args.kwargs) -> Answer:
        generation = current_generation()
        key = (args, tuple(sorted(kwargs.items())))
        found = known.get(key)
        if found is not None and found[0] == generation and time.monotonic() - found[1] < LONGEST_SECONDS:
            return found[2]
        asked_at = time.monotonic()
        answer = question(*args, **kwargs)
        known.pop(key, None)
        known[key] = (generation, asked_at, answer)
        while len(known) > MOST_ANSWERS:
            known.popitem(last=False)
        return answer

    return remembered
