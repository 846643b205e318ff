"""What was typed, understood: words, phrases in quotation marks, and words after a minus that must not occur."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from portal.languages.enums import Language
from portal.search.analysis import is_stop_word, legible, stems, words
from portal.search.synonyms import LONGEST_WORDING, Synonyms, Wording, known_synonyms

LONGEST_QUERY = 200
LONGEST_TYPED = 2 * LONGEST_QUERY
"""With what nobody sees in it."""

MOST_WORDS = 12
SHORTEST_BEGINNING = 3
_PIECE = re.compile(r'([-−]?)(?:["“”„«»]([^"“”„«»]*)["“”«»]|(\S+))')

Phrase = tuple[str, ...]
"""Stems that stand side by side; a single word is a phrase of one."""


@dataclass(frozen=True)
class Term:
    """One thing that is sought, and each way in which it may stand in a row.

    `typed` holds what was typed in the stems of either language, `others` the same for what the glossary knows it by.
    A term of several words that were not in quotation marks may stand `apart`: each of its words anywhere. `forms` are
    the words as they were typed: a row with these very forms goes before one that has only their stems. A term that
    `begins` is the beginning of a word: its form with more letters after it.
    """

    forms: Wording
    typed: frozenset[Phrase]
    others: frozenset[Phrase] = frozenset()
    apart: frozenset[Phrase] = frozenset()
    begins: bool = False

    @property
    def phrases(self) -> list[Phrase]:
        """All ways whose words stand together, in an order that stays."""
        return sorted(self.typed | self.others)

    @property
    def stems(self) -> frozenset[str]:
        """What to mark in a text: the words of a term, though not the grammar between them."""
        ways = [[form for form in way if not is_stop_word(form)] or way for way in (*self.phrases, *self.apart)]
        return frozenset(stem for way in ways for stem in way)


@dataclass(frozen=True)
class Query:
    """A search. Every one of `terms` must be found in a row, none of `unwanted`."""

    text: str
    terms: tuple[Term, ...] = ()
    unwanted: tuple[Term, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.terms)

    @property
    def as_typed(self) -> "Query":
        """The same without the synonyms."""
        return replace(self, terms=tuple(replace(term, others=frozenset()) for term in self.terms))

    @property
    def is_widened(self) -> bool:
        return any(term.others for term in self.terms)

    @property
    def stems(self) -> frozenset[str]:
        return frozenset(stem for term in self.terms for stem in term.stems)

    @property
    def beginnings(self) -> frozenset[str]:
        return frozenset(term.forms[-1] for term in self.terms if term.begins)

    @property
    def unfinished(self) -> "Query | None":
        """The same with the last word as the beginning of one, if it is long enough to say anything."""
        *before, last = self.terms or (None,)
        if last is None or len(last.forms) > 1 or len(last.forms[0]) < SHORTEST_BEGINNING:
            return None
        return replace(self, terms=(*before, replace(last, begins=True, typed=frozenset(), others=frozenset())))


@dataclass(frozen=True)
class _Piece:
    words: Wording
    is_unwanted: bool
    is_quoted: bool


def understand(text: str, *, widen: bool = True) -> Query:
    """Read a search as it was typed. Nothing that can be typed is an error: what is no word is passed over.

    With `widen`, what the glossary knows is also sought by its other names.
    """
    text = legible(text[:LONGEST_TYPED])[:LONGEST_QUERY]
    synonyms = known_synonyms()
    pieces = list(_pieces(text))
    wanted = _joined([piece for piece in pieces if not piece.is_unwanted], synonyms)
    # Words of grammar are dropped unless they are all there is, or stand in a phrase.
    meaningful = [piece for piece in wanted if len(piece.words) > 1 or not is_stop_word(piece.words[0])] or wanted
    terms = (_wanted(piece, synonyms) for piece in meaningful[:MOST_WORDS])
    query = Query(
        text=text,
        terms=tuple(dict.fromkeys(terms)),
        unwanted=tuple(Term(piece.words, _ways(piece.words)) for piece in pieces if piece.is_unwanted)[:MOST_WORDS],
    )
    return query if widen else query.as_typed


def _pieces(text: str) -> Iterator[_Piece]:
    for minus, phrase, word in _PIECE.findall(text):
        if found := words(phrase or word):
            yield _Piece(tuple(found), bool(minus), is_quoted=bool(phrase))


def _joined(pieces: list[_Piece], synonyms: Synonyms) -> list[_Piece]:
    """Neighbouring words that are one term of the glossary are sought as that term: `leje unike`."""
    joined: list[_Piece] = []
    while pieces:
        length = _length_of_term(pieces[:LONGEST_WORDING], synonyms)
        taken, pieces = pieces[:length], pieces[length:]
        joined.append(taken[0] if length == 1 else _Piece(_words_of(taken), is_unwanted=False, is_quoted=False))
    return joined


def _length_of_term(pieces: list[_Piece], synonyms: Synonyms) -> int:
    """How many of these pieces, from the first, the glossary knows as one term; else one."""
    free = next((place for place, piece in enumerate(pieces) if piece.is_quoted), len(pieces))
    return next((length for length in range(free, 1, -1) if synonyms.of(_words_of(pieces[:length]))), 1)


def _words_of(pieces: Iterable[_Piece]) -> Wording:
    return tuple(word for piece in pieces for word in piece.words)


def _wanted(piece: _Piece, synonyms: Synonyms) -> Term:
    known, typed = synonyms.of(piece.words), _ways(piece.words)
    others = frozenset(way for wording in known for way in _ways(wording)) - typed
    meant = tuple(word for word in piece.words if not is_stop_word(word)) or piece.words
    stands_apart = len(piece.words) > 1 and not piece.is_quoted and bool(known)
    return Term(piece.words, typed, others, _ways(meant) if stands_apart else frozenset())


def _ways(typed: Wording) -> frozenset[Phrase]:
    """The phrase in the stems of each language. All words of a phrase are of one language."""
    return frozenset(tuple(stems(list(typed), language)) for language in Language)
