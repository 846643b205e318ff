"""Words that mean the same, from the glossary: a search for one finds the others, in both languages."""

from collections.abc import Mapping

from portal.delivery.memo import until_next_generation
from portal.languages.enums import Language
from portal.languages.models import GlossaryTerm
from portal.search.analysis import stem, words

FEWEST_LETTERS = 2
Words = tuple[str, ...]


def synonyms_of(typed: Words) -> frozenset[Words]:
    """The other wordings of a term, each as folded words; nothing if the glossary does not know it."""
    return _wordings().get(_stemmed(typed), frozenset())


@until_next_generation
def _wordings() -> Mapping[Words, frozenset[Words]]:
    table: dict[Words, frozenset[Words]] = {}
    for group in _groups():
        for wording in group:
            key = _stemmed(wording)
            table[key] = table.get(key, frozenset()) | group
    return table


def _groups() -> list[frozenset[Words]]:
    """The wordings of each term: both languages, acronyms, synonyms, and the words that readers type instead."""
    groups: dict[int, set[Words]] = {}
    for term in GlossaryTerm.objects.all():
        group = groups.setdefault(term.use_instead_id or term.pk, set())
        wordings = [term.term_sq, term.term_en, term.acronym_sq, term.acronym_en, *term.synonyms_sq, *term.synonyms_en]
        group |= {tuple(words(wording)) for wording in wordings if len(wording) >= FEWEST_LETTERS}
        group.discard(())
    return [frozenset(group) for group in groups.values()]


def _stemmed(typed: Words) -> Words:
    """The key of a wording: the Albanian stem serves both languages here, since typed and stored words are cut alike."""
    return tuple(stem(word, Language.ALBANIAN) for word in typed)
