from itertools import groupby

from portal.delivery.memo import until_next_generation
from portal.languages.alphabet import albanian_sort_key
from portal.languages.enums import Language
from portal.languages.models import GlossaryTerm


@until_next_generation
def glossary(language: Language) -> list[tuple[str, list[GlossaryTerm]]]:
    """The verified terms by first letter, in the alphabet of the language."""
    terms = [
        t for t in GlossaryTerm.objects.filter(is_verified=True, use_instead=None) if getattr(t, f"term_{language}")
    ]

    def word(term: GlossaryTerm) -> str:
        return str(getattr(term, f"term_{language}"))

    order = albanian_sort_key if language is Language.ALBANIAN else str.casefold
    terms.sort(key=lambda term: order(word(term)))
    return [(letter, list(group)) for letter, group in groupby(terms, key=lambda t: first_letter(word(t), language))]


def first_letter(word: str, language: Language) -> str:
    """The letter a word stands under: in Albanian `dh`, `gj`, `sh` … are letters of their own."""
    digraphs = ("dh", "gj", "ll", "nj", "rr", "sh", "th", "xh", "zh")
    if language is Language.ALBANIAN and word[:2].lower() in digraphs:
        return word[:2].capitalize()
    return word[:1].upper()
