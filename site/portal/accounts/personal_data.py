"""What rooms hand to the privacy tools. A room's `personal_data.py` holds one constant: `PERSONAL_DATA = (…)`."""

from collections.abc import Iterator, Sequence
from importlib import import_module
from importlib.util import find_spec
from typing import Any, Protocol

from django.apps import apps
from django.utils.functional import Promise


class HoldsPersonalData(Protocol):
    """One place where something about a person is held, found by e-mail address (lower case).

    `fields` names each model field that is personal, as `app_label.Model.field`; a test asserts that every text field of a
    room is either here or declared harmless. `held` returns rows to read and download, each a mapping of a translated label
    to a JSON value. `erase` deletes or blanks what points to the person, keeps the public record whole, and returns the count.
    """

    label: str | Promise
    fields: Sequence[str]

    def held(self, email: str) -> list[dict[str, Any]]: ...

    def erase(self, email: str) -> int: ...


def holders() -> Iterator[HoldsPersonalData]:
    for app in apps.get_app_configs():
        if app.name != "portal.accounts" and find_spec(f"{app.name}.personal_data"):
            yield from getattr(import_module(f"{app.name}.personal_data"), "PERSONAL_DATA", ())
