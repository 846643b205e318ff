"""Texts to measure search by: as many as wanted, of invented words that are as rare and as frequent as words are."""

import random
from collections.abc import Iterator
from itertools import accumulate

from consultation.models import DraftVersion, Provision
from portal.search.services.reindex import queue_things, reindex_some

WORDS_IN_A_TEXT = 140
WORDS_IN_A_HEADING = 8
VOCABULARY = 20_000
SYLLABLES = {
    "sq": "ma shtë je ri ço në li gjë po ta ko mi su da vë ke i e ar un or it".split(),
    "en": "ma sta re ing co ne li ted po ta ko mi su da ver ke i e ar un or it".split(),
}


def vocabulary(language: str) -> list[str]:
    """Different words, the most frequent first: the n-th occurs about 1/n as often as the first."""
    chance = random.Random(language)
    invented = ("".join(chance.choices(SYLLABLES[language], k=chance.randint(3, 8))) for _ in iter(int, 1))
    found: dict[str, None] = {}
    while len(found) < VOCABULARY:
        found[next(invented)] = None
    return list(found)


def texts(number: int, language: str) -> Iterator[tuple[str, str]]:
    """Headings and texts, the same in every run."""
    chance = random.Random(f"{language} texts")
    words = vocabulary(language)
    weights = list(accumulate(1 / (rank + 2) for rank in range(len(words))))
    for _ in range(number):
        chosen = chance.choices(words, cum_weights=weights, k=WORDS_IN_A_HEADING + WORDS_IN_A_TEXT)
        yield " ".join(chosen[:WORDS_IN_A_HEADING]), " ".join(chosen[WORDS_IN_A_HEADING:])


def fill(version: DraftVersion, documents: int = 10_000) -> None:
    """Give a draft that readers may see so many texts, half of them Albanian and half English, and index them."""
    first = version.provisions.count() + 1
    pairs = zip(texts(documents // 2, "sq"), texts(documents // 2, "en"), strict=True)
    provisions = [
        Provision(
            version=version,
            position=position,
            label=str(position),
            anchor=f"x{position}",
            heading_sq=heading_sq,
            heading_en=heading_en,
            text_sq=f"<p>{text_sq}</p>",
            text_en=f"<p>{text_en}</p>",
        )
        for position, ((heading_sq, text_sq), (heading_en, text_en)) in enumerate(pairs, start=first)
    ]
    queue_things(
        [("provision", provision.pk) for provision in Provision.objects.bulk_create(provisions, batch_size=500)]
    )
    while reindex_some():
        pass
