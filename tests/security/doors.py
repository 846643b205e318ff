"""Every door of the portal, found by walking the resolver, with an address to knock at."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Model
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.urls.resolvers import RegexPattern
from django.utils.translation import override

KEYS = {"pk", "object_id", "instance_id", "id"}


@dataclass(frozen=True)
class Door:
    """One URL pattern. `name` is how the table of policies calls it: its name with namespaces, or its route."""

    name: str
    is_named: bool
    parameters: tuple[str, ...]
    model: type[Model] | None

    def address(self, things: dict[str, Any]) -> str:
        """An address behind this pattern, with keys of things that are there."""
        if not self.is_named:
            return str(things[self.name])
        values = {parameter: self._value(parameter, things) for parameter in self.parameters}
        with override("sq"):
            if any(parameter.isdecimal() for parameter in values):
                return reverse(self.name, args=list(values.values()))
            return reverse(self.name, kwargs=values)

    def _value(self, parameter: str, things: dict[str, Any]) -> Any:
        """Looked up by the door's own name, then by its namespace, then alone; a generic view knows its model."""
        namespace = self.name.rpartition(":")[0]
        for key in (f"{self.name}:{parameter}", f"{namespace}:{parameter}"):
            if key in things:
                return things[key]
        if parameter in KEYS and self.model is not None:
            first = self.model._default_manager.order_by("pk").first()
            if first is not None:
                return first.pk
        if parameter in things:
            return things[parameter]
        raise LookupError(f"{self.name} wants {parameter}: name a thing for it in tests/security/things.py.")


def all_doors() -> list[Door]:
    """Each door once, in Albanian; the English ones are the same views."""
    with override("sq"):
        found = {door.name: door for door in _walk(get_resolver(), "", "", ())}
    return list(found.values())


def _walk(resolver: URLResolver, route: str, namespace: str, parameters: tuple[str, ...]) -> Iterator[Door]:
    for entry in resolver.url_patterns:
        here, asked = route + str(entry.pattern), parameters + _parameters(entry.pattern)
        if isinstance(entry, URLResolver):
            inner = f"{namespace}{entry.namespace}:" if entry.namespace else namespace
            yield from _walk(entry, here, inner, asked)
        elif isinstance(entry, URLPattern):
            name = namespace + entry.name if entry.name else here
            yield Door(name, bool(entry.name), asked, _model_of(entry.callback))


def _parameters(pattern: Any) -> tuple[str, ...]:
    if isinstance(pattern, RegexPattern):
        return tuple(pattern.regex.groupindex) or tuple(str(number + 1) for number in range(pattern.regex.groups))
    return tuple(getattr(pattern, "converters", ()))


def _model_of(view: Any) -> type[Model] | None:
    """The model of a generic view, however deeply it is wrapped."""
    while view is not None:
        options = getattr(view, "view_initkwargs", None) or {}
        model = options.get("model") or getattr(getattr(view, "view_class", None), "model", None)
        if isinstance(model, type) and issubclass(model, Model):
            return model
        view = getattr(view, "__wrapped__", None)
    return None
