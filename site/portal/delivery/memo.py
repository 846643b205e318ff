"""Answers that stay true until public state changes, kept in the process by generation."""

from collections.abc import Callable, Hashable
from functools import wraps
from typing import ParamSpec, TypeVar

from portal.delivery.generation import current_generation

Args = ParamSpec("Args")
Answer = TypeVar("Answer")


def until_next_generation(question: Callable[Args, Answer]) -> Callable[Args, Answer]:
    """Remember the answer of a read for each set of (hashable) arguments until the generation is raised.

    The generation is read before the question is asked: an answer overtaken by a change is filed under the old one.
    """
    known: dict[Hashable, Answer] = {}
    known_for = ""

    @wraps(question)
    def remembered(*args: Args.args, **kwargs: Args.kwargs) -> Answer:
        nonlocal known_for
        generation = current_generation()
        if generation != known_for:
            known.clear()
            known_for = generation
        key = (args, tuple(sorted(kwargs.items())))
        if key not in known:
            answer = question(*args, **kwargs)
            if generation != known_for:
                return answer
            known[key] = answer
        return known[key]

    return remembered
