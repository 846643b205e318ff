"""What a paper consists of. Every text is plain, never markup; an empty `lang` is the paper's own language."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import ClassVar


@dataclass(frozen=True)
class Heading:
    kind: ClassVar[str] = "heading"
    text: str
    level: int = 2
    """1 is the title of the paper, which is set by itself."""
    lang: str = ""


@dataclass(frozen=True)
class Text:
    """One or more paragraphs: an empty line begins a new one."""

    kind: ClassVar[str] = "text"
    text: str
    lang: str = ""


@dataclass(frozen=True)
class Quote:
    """Somebody's words, set apart."""

    kind: ClassVar[str] = "quote"
    text: str
    lang: str = ""


@dataclass(frozen=True)
class Facts:
    kind: ClassVar[str] = "facts"
    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Listed:
    kind: ClassVar[str] = "list"
    items: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """The first column names the row."""

    kind: ClassVar[str] = "table"
    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Block = Heading | Text | Quote | Facts | Listed | Table


@dataclass(frozen=True)
class Paper:
    """`blocks` may be a generator: a long paper in Word is then never whole in memory."""

    title: str
    lang: str
    author: str
    above: str = ""
    notice: str = ""
    foot: str = ""
    blocks: Iterable[Block] = field(default_factory=tuple)
