"""Every form of the public site as a browser sees it: where it goes, what it holds, what can be typed into it."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

from tests.security.crawl import local

TYPED = {"text", "email", "search", "url", "tel", "password", ""}


@dataclass
class Form:
    """One form: its address, its fields with their values, and the names of those that take text."""

    address: str
    method: str
    values: dict[str, str] = field(default_factory=dict)
    typed: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self, base: str) -> None:
        super().__init__()
        self.base = base
        self.forms: list[Form] = []
        self.choosing = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        if tag == "form":
            address = local(self.base, attributes.get("action") or self.base)
            self.forms.append(Form(address, attributes.get("method", "get").lower()))
        elif self.forms and tag in ("input", "textarea", "select", "option"):
            self._field(tag, attributes)

    def _field(self, tag: str, attributes: dict[str, str]) -> None:
        form, name, value = self.forms[-1], attributes.get("name", ""), attributes.get("value", "")
        if tag == "option":
            form.values[self.choosing] = form.values.get(self.choosing) or value
        elif tag == "select":
            self.choosing = name
        elif tag == "textarea" or attributes.get("type", "") in TYPED:
            form.typed.append(name)
            form.values[name] = _something_for(attributes.get("type", tag), name)
        elif attributes.get("type") in ("radio", "checkbox", "hidden"):
            form.values.setdefault(name, value)


def _something_for(kind: str, name: str) -> str:
    return "dikush@cast.example.al" if kind == "email" or "email" in name else "Diçka e shkruar"


def forms_of(text: str, base: str) -> list[Form]:
    reader = _Reader(base)
    reader.feed(text)
    return [form for form in reader.forms if form.typed and form.address]
