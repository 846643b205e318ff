"""What rooms hand to the outbox. A room's `letters.py` holds one constant: `LETTERS = (Letter(…), …)`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from django.apps import apps

LANGUAGE_RULE = "— — —"
"""The line in a plain-text letter between its two languages."""


@dataclass(frozen=True)
class Letter:
    """A letter that the room sends: its folder below `letters/`, and contexts to try it with.

    A test renders every example in both languages. Examples hold plain values (strings, dates, mappings), so that a letter
    needs no database row to be looked at; together they should reach every branch of its templates.
    """

    name: str
    examples: tuple[Mapping[str, Any], ...] = ({},)


def declared_letters() -> Iterator[Letter]:
    """The letters of every installed app of ours that has a `letters` module."""
    for app in apps.get_app_configs():
        if find_spec(f"{app.name}.letters"):
            yield from getattr(import_module(f"{app.name}.letters"), "LETTERS", ())
