"""The list as its template needs it: rows, facets, orders, the filters in force with links that take each away."""

from typing import Any

from django.http import HttpRequest, QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from library.publications.enums import PublicationKind, Status
from library.publications.records import Publication
from library.publications.selectors.listing import FACETS, NO_DATE, SORTS, Listing
from library.publications.selectors.visibility import address_of, words_of
from portal.languages.alphabet import albanian_sort_key
from portal.languages.bilingual import Words
from portal.languages.enums import Language, active_language

STATUS_MARKS = {
    Status.IN_FORCE: "force",
    Status.ADOPTED: "force",
    Status.PUBLISHED: "",
    Status.REPEALED: "repealed",
    Status.SUPERSEDED: "repealed",
    Status.ENDED: "ended",
    Status.DRAFT: "planned",
    Status.PLANNED: "planned",
    Status.EXAMPLE: "example",
    Status.NOT_CHECKED: "unchecked",
}


def listing_context(listing: Listing, request: HttpRequest) -> dict[str, Any]:
    total = listing.page.paginator.count
    return {
        "rows": [row_of(publication, request) for publication in listing.page],
        "results": listing.page,
        "found": ngettext("%(count)d document", "%(count)d documents", total) % {"count": total},
        "facets": [
            {"name": facet, "legend": legend, "options": _options(listing, facet)}
            for facet, legend in _legends().items()
        ],
        "chosen": _chosen(listing, request.GET),
        "sorts": _sorts(listing, request.GET),
        "search_kept": [["kind", "publication"]],
        "kept": [["sort", listing.filters.sort]] if listing.filters.sort != SORTS[0] else [],
    }


def row_of(publication: Publication, request: Any = None) -> dict[str, Any]:
    """What `components/record.html` shows of a publication with `status` and `pages`."""
    page: Any = words_of(publication)
    title = publication.title
    kind = publication.get_kind_display()
    institution = publication.institution.public_name if publication.institution else ""
    number = _("no. %(number)s") % {"number": publication.number} if publication.number else ""
    return {
        "title": title,
        "lang": title.language if title.language is not active_language() else "",
        "url": address_of(publication, request),
        "year": publication.date.year if publication.date else None,
        "text": Words(page.summary, Language(page.locale.language_code)) if page is not None else "",
        "states": [status_mark(publication)],
        "facts": [fact for fact in (kind, institution, number, publication.date_text) if fact],
    }


def status_mark(publication: Publication) -> dict[str, str]:
    status = Status(publication.status)
    return {"state": STATUS_MARKS[status], "text": str(status.label)}


def _legends() -> dict[str, str]:
    return {"kind": _("Kind"), "status": _("Status"), "year": _("Year"), "institution": _("Institution")}


def _options(listing: Listing, facet: str) -> list[dict[str, Any]]:
    chosen = listing.filters.chosen(facet)
    counts = listing.counts(facet)
    values = {value: label for value, label in _labels(listing, facet).items() if value in counts or value in chosen}
    return [
        {"value": value, "label": label, "count": counts.get(value, 0), "checked": value in chosen}
        for value, label in values.items()
    ]


def _labels(listing: Listing, facet: str) -> dict[str, str]:
    """Every value of a facet in the order that it is shown in."""
    if facet == "kind":
        return {str(value): str(label) for value, label in PublicationKind.choices}
    if facet == "status":
        return {str(value): str(label) for value, label in Status.choices}
    if facet == "institution":
        named = {code: each.public_name for code, each in listing.institutions.items() if each.public_name}
        return dict(sorted(named.items(), key=lambda pair: albanian_sort_key(pair[1])))
    decades = {group.year for group in listing.groups} | set(listing.filters.year)
    return {decade: decade_name(decade) for decade in sorted(decades - {NO_DATE}, reverse=True)} | {
        NO_DATE: decade_name(NO_DATE)
    }


def decade_name(decade: str) -> str:
    """`2011–2020`; the present decade goes as far as the present year."""
    if decade == NO_DATE:
        return _("no date")
    first = int(decade)
    last = min(first + 9, max(timezone.localdate().year, first))
    return f"{first}–{last}" if last > first else str(first)


def _chosen(listing: Listing, query: QueryDict) -> list[dict[str, str]]:
    chosen = []
    for facet in FACETS:
        labels = _labels(listing, facet)
        for value in listing.filters.chosen(facet):
            left = query.copy()
            left.setlist(facet, [each for each in listing.filters.chosen(facet) if each != value])
            left.pop("page", None)
            chosen.append({"name": labels.get(value, value), "url": f"?{left.urlencode()}"})
    return chosen


def _sorts(listing: Listing, query: QueryDict) -> list[dict[str, Any]]:
    names = {"newest": _("newest first"), "title": _("by alphabet")}
    sorts = []
    for sort, name in names.items():
        other = query.copy()
        other.pop("page", None)
        other["sort"] = sort
        sorts.append({"name": name, "url": f"?{other.urlencode()}", "current": sort == listing.filters.sort})
    return sorts
