"""Whatever every page shows makes all stored pages old when it changes: pages themselves, and the words around them."""

from typing import Any

from portal.delivery.generation import raise_generation


def on_public_change(sender: Any, **details: Any) -> None:
    raise_generation()
