"""What was typed, understood: words, phrases in quotation marks, and words after a minus that must not occur."""

import re
from dataclasses import dataclass, field

from portal.search.analysis import is_stop_word, stems_in_both, words
from portal.search.synonyms import synonyms_of

LONGEST_QUERY = 200
MOST_WORDS = 12
_PIECE = re.compile(r'(-?)"([^"]*)"|(\S+)')
_MINUS = ("-", "−")

Phrase = tuple[str, ...]
"""Stems that stand side by side; a single word is a phrase of one."""


@dataclass(frozen=True)
class Term:
    """One thing that is sought, in each way that it may stand in the index: either language's stem, and its synonyms."""

    ways: frozenset[Phrase]


@dataclass(frozen=True)
class Query:
    """A search. Every one of `terms` must be found, none of `unwanted`."""

    text: str
    terms: tuple[Term, ...] = ()
    unwanted: tuple[Term, ...] = ()
    stems: frozenset[str] = field(default_factory=frozenset)

    def __bool__(self) -> bool:
        return bool(self.terms)


def understand(text: str) -> Query:
    """Read a search as it was typed. Nothing that can be typed is an error: what is no word is passed over."""
    text = text.replace("\x00", " ")[:LONGEST_QUERY]
    wanted: list[list[str]] = []
    unwanted: list[list[str]] = []
    for minus, phrase, word in _PIECE.findall(text):
        is_unwanted = bool(minus) or (word.startswith(_MINUS) and len(word) > 1)
        found = words(phrase or word)
        if found:
            (unwanted if is_unwanted else wanted).append(found)
    # Words of grammar are dropped unless they are all there is, or stand in a phrase.
    meaningful = [w for w in wanted if len(w) > 1 or not is_stop_word(w[0])] or wanted
    terms = tuple(_term(w) for w in _joined(meaningful)[:MOST_WORDS])
    return Query(
        text=" ".join(text.split()),
        terms=terms,
        unwanted=tuple(Term(_ways(w)) for w in unwanted[:MOST_WORDS]),
        stems=frozenset(stem for term in terms for way in term.ways for stem in way),
    )


def _joined(wanted: list[list[str]]) -> list[list[str]]:
    """Neighbouring words that are one term of the glossary are sought as that term: `leje unike`."""
    joined: list[list[str]] = []
    for piece in wanted:
        if joined and synonyms_of(tuple([*joined[-1], *piece])):
            joined[-1] = [*joined[-1], *piece]
        else:
            joined.append(piece)
    return joined


def _term(typed: list[str]) -> Term:
    ways = set(_ways(typed))
    for synonym in synonyms_of(tuple(typed)):
        ways |= _ways(list(synonym))
    return Term(frozenset(ways))


def _ways(typed: list[str]) -> frozenset[Phrase]:
    """The phrase in the stems of each language. Both words of a phrase are of one language."""
    by_language = zip(*(_pair(word) for word in typed), strict=True)
    return frozenset(tuple(stems) for stems in by_language)


def _pair(word: str) -> tuple[str, str]:
    stems = stems_in_both(word)
    return (stems[0], stems[-1])
