"""The glossary at a translator's side: the verified terms that a text uses, however Albanian inflects them."""

import re
from collections.abc import Iterable

from portal.languages.alphabet import albanian_sort_key, fold
from portal.languages.records import GlossaryTerm

_LONG_WORD = 7


def terms_in(texts: Iterable[str]) -> list[GlossaryTerm]:
    """Verified terms of both languages that occur in Albanian texts, in the order of the alphabet."""
    text = fold(" ".join(texts))
    terms = GlossaryTerm.objects.filter(is_verified=True, use_instead=None).exclude(term_sq="").exclude(term_en="")
    found = [term for term in terms if _pattern(term.term_sq).search(text)]
    return sorted(found, key=lambda term: albanian_sort_key(term.term_sq))


def _pattern(term: str) -> re.Pattern[str]:
    """The words of a term in their order, each with any ending; a short word may stand between, as the article does."""
    return re.compile(r"\b" + r"\s+(?:\w{1,3}\s+)?".join(map(_any_form, fold(term).split())) + r"\b")


def _any_form(word: str) -> str:
    """Endings take the place of a last vowel, and sometimes of the letter before it. An article changes altogether."""
    if len(word) < 3:
        return r"\w{1,2}"
    stem = word.rstrip("aeiouy")
    if len(stem) > _LONG_WORD:
        stem = stem[:-1]
    return rf"{re.escape(stem)}\w{{0,6}}"
