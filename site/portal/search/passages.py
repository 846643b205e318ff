"""The words that were found, in their place: a stretch of the original text with the hits marked."""

import re
from collections.abc import Iterator

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from portal.languages.alphabet import fold
from portal.search.analysis import stem

PASSAGE_LENGTH = 240
BEFORE_FIRST_HIT = 70
SEARCHED_LENGTH = 200_000
# One character for one: positions in the folded text are positions in the original.
_FOLDED = str.maketrans("ëËçÇáàâäéèêíìîïóòôöúùûüñı", "eEcCaaaaeeeiiiioooouuuuni")


def marked_title(title: str, stems: frozenset[str], language: str) -> SafeString:
    """The whole title, hits marked, safe for HTML."""
    return _marked(title, stems, language)


def passage(text: str, stems: frozenset[str], language: str) -> SafeString:
    """About 240 characters around the first hit; nothing where the text has none."""
    first = next(_hits(text[:SEARCHED_LENGTH], stems, language), None)
    if first is None:
        return SafeString("")
    start = max(0, first[0] - BEFORE_FIRST_HIT)
    if start:
        start = text.find(" ", start, first[0]) + 1 or start
    end = min(len(text), start + PASSAGE_LENGTH)
    if end < len(text):
        end = max(text.rfind(" ", start, end), first[1])
    stretch = " ".join(text[start:end].split())
    return mark_safe(  # noqa: S308 - `_marked` escapes
        f"{'… ' if start else ''}{_marked(stretch, stems, language)}{' …' if end < len(text) else ''}"
    )


def _marked(text: str, stems: frozenset[str], language: str) -> SafeString:
    pieces, done = [], 0
    for start, end in _hits(text, stems, language):
        pieces += [escape(text[done:start]), f"<mark>{escape(text[start:end])}</mark>"]
        done = end
    return mark_safe("".join([*pieces, escape(text[done:])]))  # noqa: S308 - every piece is escaped


def _hits(text: str, stems: frozenset[str], language: str) -> Iterator[tuple[int, int]]:
    """Where words stand whose stem is sought. A pattern finds those that begin alike, their stem decides."""
    beginnings = sorted({re.escape(each[:3]) for each in stems})
    if not beginnings:
        return
    candidates = re.compile(rf"(?<![^\W_])(?:{'|'.join(beginnings)})[^\W_]*", re.IGNORECASE)
    for match in candidates.finditer(text.translate(_FOLDED)):
        if stem(fold(match[0]), language) in stems:
            yield match.span()
