"""Ways through the content files."""

from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import yaml

from portal.seed.content_files import CONTENT, content

FILES = tuple(sorted(path.stem for path in CONTENT.glob("*.yaml")))
VOID = frozenset({"br"})


def everything() -> Iterator[tuple[str, Any]]:
    """Every value of every file with its place, such as `news.yaml: news[0].title`."""
    for name in FILES:
        for place, value in walk(content(name)):
            yield f"{name}.yaml: {place}", value


def walk(value: Any, place: str = "") -> Iterator[tuple[str, Any]]:
    yield place, value
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from walk(inner, f"{place}.{key}" if place else str(key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from walk(inner, f"{place}[{number}]")


def at(path: str) -> Iterator[tuple[str, Any]]:
    """The values at a path such as `publications.yaml publications[].kind`; what is left out or null is passed over."""
    name, steps = path.split(" ")
    found: list[tuple[str, Any]] = [(name, content(name.removesuffix(".yaml")))]
    for step in steps.split("."):
        key, is_list = step.removesuffix("[]"), step.endswith("[]")
        inner = [(f"{place}.{key}", value[key]) for place, value in found if value and value.get(key) is not None]
        if is_list:
            inner = [(f"{place}[{number}]", item) for place, items in inner for number, item in enumerate(items)]
        found = inner
    yield from found


def keys(name: str, group: str) -> set[str]:
    return {row["key"] for row in content(name)[group]}


def texts() -> Iterator[tuple[str, str]]:
    """Words that somebody reads: strings below a language."""
    for place, value in everything():
        if isinstance(value, str) and (".sq" in place or ".en" in place) and "provenance" not in place:
            yield place, value


def measures(strategy: str) -> dict[str, Any]:
    return {
        measure["code"]: measure
        for row in content("strategy")["strategies"]
        if row["key"] == strategy
        for objective in row["objectives"]
        for child in objective["children"]
        for measure in child["measures"]
    }


class Tags(HTMLParser):
    """The tags and the links of a piece of HTML, and whether each tag is closed in its turn."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.seen: set[str] = set()
        self.links: list[str] = []
        self.is_balanced = True
        self._open: list[str] = []
        self.feed(html)
        self.close()
        self.is_balanced = self.is_balanced and not self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        self.links += [value or "" for name, value in attrs if name == "href"]
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open.pop() != tag:
            self.is_balanced = False


def links() -> Iterator[tuple[str, str]]:
    for place, text in texts():
        for link in Tags(text).links:
            yield place, link


def loads(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))
