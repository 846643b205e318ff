from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from django.core.paginator import Page, Paginator
from django.utils.functional import Promise

from portal.languages.alphabet import fold
from portal.languages.models import GlossaryTerm
from portal.search.engines import Filters, Found, Hit, search_with_best_engine
from portal.search.passages import marked_title, passage
from portal.search.query import Query
from portal.search.records import SearchRow
from portal.search.searchable import searchables

PER_PAGE = 15
LAST_PAGE = 200


@dataclass(frozen=True)
class Result:
    """A hit as the list shows it. `lang` is set where the words are not in the reader's language."""

    kind: str | Promise
    title: str
    url: str
    passage: str
    year: int | None
    institution: str
    is_example: bool
    lang: str


@dataclass(frozen=True)
class Results:
    """A page of results and what the filters would show."""

    page: Page[Result]
    total: int
    kinds: Mapping[str, int]
    years: Mapping[int, int]


def find(user: Any, query: Query, filters: Filters, *, language: str, number: int) -> Results:
    """One page of what this person may see. The index proposes, each room's `visible` disposes."""
    number = max(1, min(number, LAST_PAGE))
    found = Found()
    if query:
        start = (number - 1) * PER_PAGE
        found = search_with_best_engine(query, filters, language=language, offset=start, limit=PER_PAGE)
    shown = _results(_visible(user, found.hits), query, language)
    return Results(_Window(shown, found.total).page(number), found.total, found.kinds, found.years)


class _Window(Paginator[Result]):
    """A paginator over a list of which only one page was fetched."""

    def __init__(self, shown: list[Result], total: int) -> None:
        super().__init__(shown, PER_PAGE)
        self.count = min(total, PER_PAGE * LAST_PAGE)

    def page(self, number: int | str) -> Page[Result]:
        return Page(self.object_list, int(number), self)


def _visible(user: Any, hits: Iterable[Hit]) -> list[Hit]:
    hits = list(hits)
    known = searchables()
    allowed = {
        kind: known[kind].visible(user, [hit.key for hit in hits if hit.kind == kind])
        for kind in {hit.kind for hit in hits}
        if kind in known
    }
    return [hit for hit in hits if hit.key in allowed.get(hit.kind, ())]


def _results(hits: list[Hit], query: Query, language: str) -> list[Result]:
    rows = SearchRow.objects.in_bulk([hit.row for hit in hits])
    known = searchables()
    return [
        Result(
            kind=known[row.kind].label,
            title=marked_title(row.title, query.stems, row.language),
            url=row.url,
            passage=passage(row.text, query.stems, row.language),
            year=row.year,
            institution=row.institution,
            is_example=row.is_example,
            lang="" if row.language == language else row.language,
        )
        for row in (rows[hit.row] for hit in hits if hit.row in rows)
    ]


def terms_near(text: str, *, most: int = 3) -> list[GlossaryTerm]:
    """Verified glossary terms that are spelt much like what was typed, the nearest first."""
    spellings: dict[str, GlossaryTerm] = {}
    for term in GlossaryTerm.objects.filter(is_verified=True, use_instead=None):
        for wording in (term.term_sq, term.term_en):
            if wording:
                spellings.setdefault(fold(wording), term)
    near = get_close_matches(fold(text), list(spellings), n=most * 2, cutoff=0.72)
    return list(dict.fromkeys(spellings[wording] for wording in near))[:most]
