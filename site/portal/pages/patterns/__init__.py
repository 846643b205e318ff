"""Invented content for the pattern page, so that each component shows itself in each of its states."""

from typing import Any

from .forms import mistaken_form, resting_form
from .lists import lists
from .marks import marks
from .paper import paper
from .strategy import strategy
from .talk import talk


def patterns_context() -> dict[str, Any]:
    return {
        "marks": marks(),
        "talk": talk(),
        "lists": lists(),
        "strategy": strategy(),
        "paper": paper(),
        "resting": resting_form(),
        "mistaken": mistaken_form(),
    }
