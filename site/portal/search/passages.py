"""The words that were found, in their place: a stretch of the original text with the hits marked."""

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from portal.languages.alphabet import fold
from portal.search.analysis import stem
from portal.search.query import Query

PASSAGE_LENGTH = 240
BEFORE_FIRST_HIT = 70
_LAST_LETTER_WITH_A_MARK = 0x2000
# One character for one, so that positions in the folded text are positions in the original.
_FOLDED = {
    number: folded
    for number in range(0x80, _LAST_LETTER_WITH_A_MARK)
    if len(folded := fold(chr(number))) == 1 and folded != chr(number)
}
# A letter may be followed by its mark where Unicode has no letter with the mark in it.
_REST_OF_WORD = r"(?:[^\W_]|[\u0300-\u036f])*"

Span = tuple[int, int]


@dataclass(frozen=True)
class Marker:
    """Finds and marks in texts of one language what a query sought."""

    query: Query
    language: str

    def title(self, title: str) -> SafeString:
        """The whole title, safe for HTML."""
        return self._marked(title, self._hits(title))

    def passage(self, text: str) -> SafeString:
        """About 240 characters with the most different words of the query; nothing where the text has none of them."""
        found = self._best(text)
        if not found:
            return SafeString("")
        start = max(0, found[0][0] - BEFORE_FIRST_HIT)
        if start:
            start = text.find(" ", start, found[0][0]) + 1 or start
        end = min(len(text), start + PASSAGE_LENGTH)
        if end < len(text):
            end = max(text.rfind(" ", start, end), found[0][1])
        stretch = text[start:end]
        before, after = "… " if start else "", " …" if end < len(text) else ""
        return mark_safe(f"{before}{self._marked(stretch, self._hits(stretch))}{after}")  # noqa: S308 - escaped

    def _best(self, text: str) -> list[Span]:
        """The hits of the stretch that has the most different ones, the first of several alike."""
        best: list[Span] = []
        most = 0
        window: deque[tuple[Span, str]] = deque()
        for hit in self._hits(text):
            window.append(hit)
            while hit[0][1] - window[0][0][0] > PASSAGE_LENGTH - BEFORE_FIRST_HIT:
                window.popleft()
            different = len({stem for _span, stem in window})
            if different > most:
                best, most = [span for span, _stem in window], different
            if most >= len(self.query.terms):
                break
        return best

    def _marked(self, text: str, hits: Iterator[tuple[Span, str]]) -> SafeString:
        pieces, done = [], 0
        for (start, end), _stem in hits:
            pieces += [escape(text[done:start]), f"<mark>{escape(text[start:end])}</mark>"]
            done = end
        return mark_safe("".join([*pieces, escape(text[done:])]))  # noqa: S308 - every piece is escaped

    def _hits(self, text: str) -> Iterator[tuple[Span, str]]:
        """Where words stand that are sought, and as which stem. A pattern finds those that begin alike, the stem decides."""
        if self._candidates is None:
            return
        for match in self._candidates.finditer(text.translate(_FOLDED).lower()):
            word = fold(match[0])
            cut = stem(word, self.language)
            if cut in self._stems or word.startswith(self._beginnings):
                yield match.span(), cut

    @cached_property
    def _stems(self) -> frozenset[str]:
        return self.query.stems

    @cached_property
    def _beginnings(self) -> tuple[str, ...]:
        return tuple(self.query.beginnings)

    @cached_property
    def _candidates(self) -> re.Pattern[str] | None:
        beginnings = sorted({each[:3] for each in self._stems} | set(self._beginnings))
        if not beginnings:
            return None
        return re.compile(rf"(?<![^\W_])(?:{'|'.join(map(re.escape, beginnings))}){_REST_OF_WORD}")
