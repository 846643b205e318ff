"""What rooms hand to the privacy tools. A room's `personal_data.py` holds one constant: `PERSONAL_DATA = (…)`."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
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


class EndsIdentities(Protocol):
    """A holder whose acts belong to something that closes (a consultation, an event) also tells whose time is over.

    `closed_before` returns keys of participants whose matter closed before the given moment. Retention deletes their rows:
    names and addresses go, the acts stay.
    """

    def closed_before(self, at: datetime) -> Iterable[int]: ...


def holders() -> Iterator[HoldsPersonalData]:
    for app in apps.get_app_configs():
        if app.name != "portal.accounts" and find_spec(f"{app.name}.personal_data"):
            yield from getattr(import_module(f"{app.name}.personal_data"), "PERSONAL_DATA", ())
