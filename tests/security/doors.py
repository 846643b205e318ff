"""Every door of the portal, found by walking the resolver, with an address to knock at."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Model
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils.translation import override

PARAMETER = re.compile(r"<(?:(\w+):)?(\w+)>")
GROUP = re.compile(r"\((?:\?P<(\w+)>)?[^()]*(?:\([^()]*\)[^()]*)*\)")


@dataclass(frozen=True)
class Door:
    """One URL pattern. `name` is how the table of policies calls it: its name with namespaces, or its route."""

    name: str
    route: str
    model: type[Model] | None

    def address(self, things: dict[str, Any]) -> str:
        """An address behind this pattern, with keys of things that are there.

        A parameter is looked up by the door's own name, then by its namespace, then alone.
        """

        def value(parameter: str) -> str:
            namespace = self.name.rpartition(":")[0]
            for key in (f"{self.name}:{parameter}", f"{namespace}:{parameter}", parameter):
                if key in things:
                    return str(things[key])
            if parameter in ("pk", "object_id", "instance_id", "id") and self.model is not None:
                first = self.model._default_manager.order_by("pk").first()
                return str(first.pk if first else 1)
            raise LookupError(f"{self.name} wants {parameter}: name a thing for it in tests/security/things.py.")

        route = PARAMETER.sub(lambda found: value(found[2]), self.route)
        number = iter(range(1, 9))
        route = GROUP.sub(lambda found: value(found[1] or f"group_{next(number)}"), route)
        return "/" + route.replace("^", "").replace("$", "").replace("\\Z", "").replace("\\", "")


def all_doors() -> list[Door]:
    """Each door once, in Albanian; the English ones are the same views."""
    with override("sq"):
        found = {door.name: door for door in _walk(get_resolver(), "", "")}
    return list(found.values())


def _walk(resolver: URLResolver, route: str, namespace: str) -> Iterator[Door]:
    for entry in resolver.url_patterns:
        here = route + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from _walk(entry, here, f"{namespace}{entry.namespace}:" if entry.namespace else namespace)
        elif isinstance(entry, URLPattern):
            yield Door(namespace + entry.name if entry.name else here, here, _model_of(entry.callback))


def _model_of(view: Any) -> type[Model] | None:
    """The model of a generic view, however deeply it is wrapped."""
    while view is not None:
        options = getattr(view, "view_initkwargs", None) or {}
        model = options.get("model") or getattr(getattr(view, "view_class", None), "model", None)
        if isinstance(model, type) and issubclass(model, Model):
            return model
        view = getattr(view, "__wrapped__", None)
    return None
