"""From text to the words it is found by: folded, and cut to the stem of its language.

All engines index these words as they are and are asked for them as they are, so SQLite, PostgreSQL and Elasticsearch
find the same. A word is found with and without ë and ç, in any case and number.
"""

import re
from functools import lru_cache

import snowballstemmer

from portal.languages.alphabet import fold
from portal.languages.enums import Language

RECIPE = 2
"""Raise it when anything here changes what is indexed: the worker then makes every entry anew."""

LONGEST_WORD = 60
# Soft hyphens, marks of width nought, and those that turn the direction of what follows: no part of any word.
_UNSEEN = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_WORD = re.compile(r"[^\W_]+")
# `VKM nr. 400`, `Law No. 79/2021`: an act is named with this word and without it.
_NUMBER_SIGNS = frozenset({"nr", "no"})
_ENGLISH = snowballstemmer.stemmer("english")

# Case, number and article endings of nouns and adjectives after folding, and how much of a word must stay before each.
_VOWELS = "aeiouy"
_ALBANIAN_ENDINGS: tuple[tuple[str, int], ...] = tuple(
    (ending, stays)
    for stays, endings in (
        (3, "ave eve ive ove uve ise ine ite vet ve esh ash ish en es et at a e i u o"),
        (4, "it ut in un an as is us"),
    )
    for ending in endings.split()
)
# Stems that themselves end like an ending. Without them `shtet` and `shteti` would part.
_WHOLE = frozenset(
    "shtet qytet komitet buxhet universitet fakultet kapacitet prioritet aktivitet identitet komunitet autoritet objekt"
    " integritet solidaritet minoritet diversitet mobilitet rezultat mandat sekretariat certifikat diplomat sindikat"
    " kandidat format kontrat aparat institut statut minut tribut kredit profit limit audit plan organ titullar"
    " termin veteran afgan amerikan italian vatan liman sulltan".split()
)
_STOP_WORDS = frozenset(
    # Albanian, then English
    "dhe e i te se ne nga per me qe nje si apo ose ka jane eshte ku do mbi nen pas"
    " the of and a an in to for on is are by with as or at from that this be it".split()
)


def legible(text: str) -> str:
    """The text less what nobody sees in it, on single spaces. A hyphen that only parts a line parts no word."""
    return " ".join(_CONTROLS.sub(" ", _UNSEEN.sub("", text)).split())


def words(text: str) -> list[str]:
    """The folded words of a text in order. `nr. 79/2021` is two of them: 79 and 2021."""
    found = [word[:LONGEST_WORD] for word in _WORD.findall(fold(text))]
    if _NUMBER_SIGNS.isdisjoint(found):
        return found
    following = [*found[1:], ""]
    return [word for word, then in zip(found, following, strict=True) if not _is_number_sign(word, then)]


def _is_number_sign(word: str, following: str) -> bool:
    return word in _NUMBER_SIGNS and following[:1].isdigit()


@lru_cache(maxsize=50_000)
def stem(word: str, language: str) -> str:
    """The stem of a folded word in one of the two languages; a word with a numeral in it stays as it is."""
    if any(character.isdigit() for character in word):
        return word
    if language == Language.ENGLISH:
        return str(_ENGLISH.stemWord(word))
    return _albanian_stem(word)


def _albanian_stem(word: str) -> str:
    if word.endswith("jt"):  # të huajt
        word = word[:-1]
    if _is_whole(word):
        return word
    for ending, stays in _BY_LENGTH:
        if word.endswith(ending) and len(word) - len(ending) >= stays:
            word = word[: -len(ending)]
            break
    if _is_whole(word):
        return word
    # strategji-a and strategji-se: what is left ends in the vowel of the bare form
    return word[:-1] if word[-1] in _VOWELS and len(word) > _SHORTEST_STEM else word


def _is_whole(word: str) -> bool:
    """Known stems, and the nouns of doers and measures in -ues (`tregues`, `azilkërkues`)."""
    return word in _WHOLE or (word.endswith("ues") and len(word) > len("ues") + 1)


_SHORTEST_STEM = 3
_BY_LENGTH = sorted(_ALBANIAN_ENDINGS, key=lambda pair: len(pair[0]), reverse=True)


def stems(found: list[str], language: str) -> list[str]:
    """The stems of these words, as they are indexed."""
    return [stem(word, language) for word in found]


def is_stop_word(word: str) -> bool:
    """Whether it says nothing by itself."""
    return word in _STOP_WORDS or word in _NUMBER_SIGNS
