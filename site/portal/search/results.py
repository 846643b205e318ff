"""From hits to what the list of results shows: titles in the reader's language, words in their place."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.utils.functional import Promise
from django.utils.safestring import SafeString

from portal.search.engines import Hit, Wish
from portal.search.passages import Marker
from portal.search.query import Query
from portal.search.records import SearchText
from portal.search.searchable import searchables

MOST_PASSAGES = 2


@dataclass(frozen=True)
class Passage:
    """Words that were found. `where` and `url` lead to a place within the thing, or to it in the other language."""

    text: SafeString
    where: str = ""
    url: str = ""
    language: str = ""


@dataclass(frozen=True)
class Result:
    """A thing as the list shows it, in the reader's language if it can be read in it."""

    kind: str | Promise
    title: SafeString
    url: str
    language: str
    passages: tuple[Passage, ...]
    year: int
    institution: str
    category: str
    is_example: bool


def results_of(hits: tuple[Hit, ...], wish: Wish) -> list[Result]:
    mains = _mains(hits)
    rows = {text.row_id: text for text in _texts(Q(row__in=[row for hit in hits for row in hit.rows]))}
    shown = []
    for hit in hits:
        found = [rows[row] for row in hit.rows if row in rows]
        by_language = {text.row.language: text for text in mains.get((hit.kind, hit.key), found)}
        if by_language:
            main = by_language.get(wish.language, next(iter(by_language.values())))
            shown.append(_result(main, found, wish))
    return shown


def _mains(hits: tuple[Hit, ...]) -> dict[tuple[str, int], list[SearchText]]:
    """The rows that are the things themselves, in each language; their texts are not needed."""
    things = Q(pk__in=[])
    for kind in {hit.kind for hit in hits}:
        things |= Q(row__kind=kind, row__key__in=[hit.key for hit in hits if hit.kind == kind])
    mains: dict[tuple[str, int], list[SearchText]] = {}
    for text in _texts(things & Q(row__is_main=True)).defer("text"):
        mains.setdefault((text.row.kind, text.row.key), []).append(text)
    return mains


def _texts(which: Q) -> QuerySet[SearchText]:
    return SearchText.objects.select_related("row").filter(which)


def _result(main: SearchText, found: list[SearchText], wish: Wish) -> Result:
    row = main.row
    return Result(
        kind=searchables()[row.kind].label,
        title=Marker(wish.query, row.language).title(main.title),
        url=main.url,
        language=row.language,
        passages=tuple(_passages(main, found, wish.query)),
        year=row.day // 10_000,
        institution=row.institution,
        category=main.category,
        is_example=main.is_example,
    )


def _passages(main: SearchText, found: list[SearchText], query: Query) -> list[Passage]:
    """The best places, as many as fit. A second one only if it is another place in the same language as the first."""
    passages: list[Passage] = []
    for text in found:
        words = Marker(query, text.row.language).passage(text.text)
        if not words or (passages and (text.row.language != passages[0].language or not text.where)):
            continue
        leads_elsewhere = text.where or text.row.language != main.row.language
        passages.append(Passage(words, text.where, text.url if leads_elsewhere else "", text.row.language))
        if len(passages) == MOST_PASSAGES:
            break
    return passages
