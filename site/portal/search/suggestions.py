"""What readers may have meant. Only the glossary suggests: what the index holds, or once held, says nothing by itself."""

from dataclasses import dataclass
from difflib import SequenceMatcher, get_close_matches

from portal.delivery.memo import until_next_generation
from portal.languages.alphabet import fold
from portal.languages.bilingual import Words
from portal.languages.enums import Language
from portal.languages.models import GlossaryTerm
from portal.search.query import Query
from portal.search.synonyms import known_synonyms

LIKENESS = 0.74
FEWEST_LETTERS = 3


@dataclass(frozen=True)
class NearTerm:
    """A term of the glossary as the reader knows it, and in the other language where that differs."""

    term: Words
    other: Words | None


def terms_near(text: str, language: Language, *, most: int = 3) -> list[NearTerm]:
    """Verified terms spelt much like what was typed, or like one word of it, the nearest first."""
    spellings = _spellings()
    found: dict[int, float] = {}
    for typed in dict.fromkeys([fold(text), *fold(text).split()]):
        if len(typed) < FEWEST_LETTERS:
            continue
        for near in get_close_matches(typed, spellings, n=most, cutoff=LIKENESS):
            likeness = SequenceMatcher(None, near, typed).ratio() * len(typed)
            found[spellings[near].pk] = max(likeness, found.get(spellings[near].pk, 0.0))
    terms = {term.pk: term for term in spellings.values()}
    nearest = sorted(found, key=lambda pk: (-found[pk], pk))[:most]
    return [_near(terms[pk], language) for pk in nearest]


def also_searched(query: Query) -> list[Words]:
    """What was sought beside what was typed, as far as it may be printed."""
    synonyms = known_synonyms()
    return list(dict.fromkeys(wording for term in query.terms for wording in synonyms.printed(term.forms)))


@until_next_generation
def _spellings() -> dict[str, GlossaryTerm]:
    spellings: dict[str, GlossaryTerm] = {}
    for term in GlossaryTerm.objects.filter(is_verified=True, use_instead=None):
        for wording in (term.term_sq, term.term_en):
            if wording:
                spellings.setdefault(fold(wording), term)
    return spellings


def _near(term: GlossaryTerm, language: Language) -> NearTerm:
    wordings = {each: getattr(term, f"term_{each}") for each in Language}
    here = language if wordings[language] else language.other
    there = wordings[here.other]
    differs = bool(there) and fold(there) != fold(wordings[here])
    return NearTerm(Words(wordings[here], here), Words(there, here.other) if differs else None)
