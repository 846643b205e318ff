"""Words that mean the same, from the glossary: a search for one finds the others, in both languages."""

from collections.abc import Mapping
from dataclasses import dataclass

from portal.delivery.memo import until_next_generation
from portal.languages.bilingual import Words
from portal.languages.enums import Language
from portal.languages.models import GlossaryTerm
from portal.search.analysis import stem, words

FEWEST_LETTERS = 2
LONGEST_WORDING = 8

Wording = tuple[str, ...]
"""A term as folded words."""


@dataclass(frozen=True)
class Synonyms:
    """The glossary as search reads it. Typed and stored words are cut alike, so any case and number of a term finds it."""

    wordings: Mapping[Wording, frozenset[Wording]]
    terms: Mapping[Wording, tuple[GlossaryTerm, ...]]

    def of(self, typed: Wording) -> frozenset[Wording]:
        """All wordings of a term, its own among them; nothing if the glossary does not know it."""
        return self.wordings.get(_key(typed), frozenset())

    def printed(self, typed: Wording) -> list[Words]:
        """Those that readers may be shown: the term in both languages, if it was verified, but what was typed."""
        return [
            Words(text, language)
            for term in self.terms.get(_key(typed), ())
            for language in Language
            if (text := getattr(term, f"term_{language}")) and _key(tuple(words(text))) != _key(typed)
        ]


@until_next_generation
def known_synonyms() -> Synonyms:
    terms = list(GlossaryTerm.objects.all())
    groups: dict[int, set[Wording]] = {}
    for term in terms:
        groups.setdefault(term.use_instead_id or term.pk, set()).update(_wordings_of(term))
    wordings: dict[Wording, frozenset[Wording]] = {}
    printed: dict[Wording, tuple[GlossaryTerm, ...]] = {}
    for term in terms:
        for key in {_key(wording) for wording in groups[term.pk]} if term.use_instead_id is None else ():
            wordings[key] = wordings.get(key, frozenset()) | groups[term.pk]
            printed[key] = (*printed.get(key, ()), *([term] if term.is_verified else []))
    return Synonyms(wordings, printed)


def _wordings_of(term: GlossaryTerm) -> set[Wording]:
    """Languages, acronyms and synonyms; those of a word that readers type instead count for the term itself."""
    own = [term.term_sq, term.term_en, term.acronym_sq, term.acronym_en, *term.synonyms_sq, *term.synonyms_en]
    return {tuple(words(wording)) for wording in own if len(wording) >= FEWEST_LETTERS} - {()}


def _key(typed: Wording) -> Wording:
    """One stem for both languages serves here."""
    return tuple(stem(word, Language.ALBANIAN) for word in typed)
