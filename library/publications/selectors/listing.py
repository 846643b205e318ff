"""The library's list: what the address asks for, how many there are of each, and one page of them."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import or_
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Case, Count, F, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce, ExtractYear
from django.http import QueryDict
from django.utils import timezone

from library.publications.enums import PublicationKind, Stage, Status
from library.publications.records import Publication
from library.publications.selectors.status import with_status
from library.publications.selectors.visibility import pages_ahead, visible_to
from portal.delivery.memo import until_next_generation
from portal.languages.enums import Language, active_language
from portal.stakeholders.models import Institution

PAGE_SIZE = 20
NO_DATE = "none"
SORTS = ("newest", "title")
FACETS = ("kind", "status", "year", "institution")


@dataclass(frozen=True)
class LibraryFilters:
    """What the reader ticked. Values that do not exist are forgotten: an old or altered link still opens the list."""

    kind: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    year: tuple[str, ...] = ()
    institution: tuple[str, ...] = ()
    sort: str = SORTS[0]

    @classmethod
    def of(cls, query: QueryDict) -> "LibraryFilters":
        sort = query.get("sort", "")
        return cls(
            kind=_known(query.getlist("kind"), PublicationKind.values),
            status=_known(query.getlist("status"), Status.values),
            year=_known(query.getlist("year"), [NO_DATE, *(str(year) for year in range(1901, 2101, 10))]),
            institution=_known(query.getlist("institution"), _is_code),
            sort=sort if sort in SORTS else SORTS[0],
        )

    def chosen(self, facet: str) -> tuple[str, ...]:
        return getattr(self, facet)


@dataclass(frozen=True)
class Group:
    """Publications that are alike in every facet, and how many there are."""

    kind: str
    status: str
    year: str
    institution: str
    count: int

    def passes(self, filters: LibraryFilters, facets: Iterable[str] = FACETS) -> bool:
        return all(not filters.chosen(facet) or getattr(self, facet) in filters.chosen(facet) for facet in facets)


@dataclass(frozen=True)
class Listing:
    filters: LibraryFilters
    groups: list[Group]
    institutions: Mapping[str, Institution]
    page: Page[Publication]

    def counts(self, facet: str) -> dict[str, int]:
        """How many there would be of each value, all other filters in force: ticking a second one adds to the first."""
        others = [each for each in FACETS if each != facet]
        found = Counter[str]({getattr(group, facet): 0 for group in self.groups})
        for group in self.groups:
            if group.passes(self.filters, others):
                found[getattr(group, facet)] += group.count
        return dict(found)


def library_listing(user: Any, filters: LibraryFilters, page_number: Any) -> Listing:
    """One page of the library and the counts beside it, in a handful of queries however many works there are."""
    today = timezone.localdate()
    groups, institutions = _public_groups(today) if user is None else _grouped(with_status(visible_to(user), today))
    found = sum(group.count for group in groups if group.passes(filters))
    page = CountedPaginator(Publication.objects.none(), PAGE_SIZE, found=found).get_page(page_number)
    if user is None:
        places = _public_places(filters, page.number, active_language(), today)
    else:
        places = _places(with_status(visible_to(user), today), filters, page.number)
    page.object_list = _told(places)
    return Listing(filters, groups, institutions, page)


@until_next_generation
def _public_places(filters: LibraryFilters, number: int, language: Language, today: date) -> dict[int, str]:
    """Which works stand on one page of what everybody may read: that takes a look at all of them."""
    return _places(with_status(visible_to(None), today), filters, number)


def _places(publications: QuerySet[Publication], filters: LibraryFilters, number: int) -> dict[int, str]:
    """The keys of the works on one page, in their order, each with its status."""
    ordered = _ordered(_filtered(publications, filters), filters.sort).values_list("pk", "status")  # type: ignore[misc]
    return dict(ordered[(number - 1) * PAGE_SIZE : number * PAGE_SIZE])


def _told(places: Mapping[int, str]) -> list[Publication]:
    rows = Publication.objects.filter(pk__in=places).select_related("institution")
    found = {each.pk: each for each in rows.prefetch_related(pages_ahead(Publication))}
    for key, publication in found.items():
        publication.status = Status(places[key])
    return [found[key] for key in places if key in found]


class CountedPaginator(Paginator):  # type: ignore[type-arg]
    """Pages of a list whose length is known already."""

    def __init__(self, rows: QuerySet[Publication], per_page: int, *, found: int) -> None:
        super().__init__(rows, per_page)
        self.count = found


@until_next_generation
def _public_groups(today: date) -> "tuple[list[Group], dict[str, Institution]]":
    """What everybody may read, by its status on a day."""
    return _grouped(with_status(visible_to(None), today))


def _grouped(publications: QuerySet[Publication]) -> "tuple[list[Group], dict[str, Institution]]":
    groups = _groups(publications)
    institutions = Institution.objects.filter(code__in={group.institution for group in groups})
    return groups, {each.code: each for each in institutions}


def _groups(publications: QuerySet[Publication]) -> list[Group]:
    rows = (
        publications.order_by()  # type: ignore[misc]
        .values("kind", "status", year=ExtractYear("date"), issuer=Coalesce("institution__code", Value("")))
        .annotate(count=Count("pk"))
    )
    return [Group(row["kind"], row["status"], decade_of(row["year"]), row["issuer"], row["count"]) for row in rows]


def _filtered(publications: QuerySet[Publication], filters: LibraryFilters) -> QuerySet[Publication]:
    if filters.kind:
        publications = publications.filter(kind__in=filters.kind)
    if filters.status:
        publications = publications.filter(status__in=filters.status)  # type: ignore[misc]
    if filters.institution:
        publications = publications.filter(institution__code__in=filters.institution)
    if filters.year:
        publications = publications.filter(reduce(or_, map(_dated_in, filters.year)))
    return publications


def decade_of(year: int | None) -> str:
    """A decade by its first year: 2011 to 2020 is `2011`."""
    return NO_DATE if year is None else str((year - 1) // 10 * 10 + 1)


def _dated_in(decade: str) -> Q:
    if decade == NO_DATE:
        return Q(date=None)
    first = int(decade)
    return Q(date__gte=date(first, 1, 1), date__lt=date(first + 10, 1, 1))


def _ordered(publications: QuerySet[Publication], sort: str) -> QuerySet[Publication]:
    """Newest first means what is still to come, then by date, then what has none."""
    if sort == "title":
        return publications.order_by(f"sort_key_{active_language()}", "pk")
    planned_first = Case(When(stage=Stage.PLANNED, then=0), default=1)
    return publications.order_by(planned_first, F("date").desc(nulls_last=True), "pk")


def _known(values: Iterable[str], allowed: Iterable[str] | Callable[[str], bool]) -> tuple[str, ...]:
    is_allowed = allowed if callable(allowed) else set(allowed).__contains__
    return tuple(dict.fromkeys(value for value in values if is_allowed(value)))[:50]


def _is_code(value: str) -> bool:
    return len(value) <= 60 and value.isascii() and value.replace("-", "").replace("_", "").isalnum()
