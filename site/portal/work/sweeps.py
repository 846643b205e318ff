"""What rooms hand to the worker. A room's `work.py` holds one constant: `SWEEPS = (Sweep(…), …)`."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from importlib import import_module
from importlib.util import find_spec

from django.apps import apps


@dataclass(frozen=True)
class Sweep:
    """A deed repeated by the worker.

    `run` does at most one small batch (50 rows, 20 ms a transaction) and returns how many rows it handled; the worker calls
    it again at once while it returns more than nothing, and after `every` when it returned nothing.
    """

    name: str
    every: timedelta
    run: Callable[[], int]


def declared_sweeps() -> Iterator[Sweep]:
    """The sweeps of every installed app that has a `work` module."""
    for app in apps.get_app_configs():
        if find_spec(f"{app.name}.work"):
            yield from getattr(import_module(f"{app.name}.work"), "SWEEPS", ())
