from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from portal.languages.enums import active_language
from portal.search.engines import Filters
from portal.search.query import LONGEST_QUERY, understand
from portal.search.searchable import searchables
from portal.search.selectors import Results, find, terms_near

MOST_YEARS_OFFERED = 12


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """One box over everything. Nothing that can be typed into the address is an error."""
    typed = request.GET.get("q", "")[: LONGEST_QUERY * 2]
    query = understand(typed)
    filters = _filters(request.GET)
    results = find(request.user, query, filters, language=active_language(), number=_number(request.GET.get("page")))
    return render(
        request,
        "search/search.html",
        {
            "query": query,
            "typed": typed.replace("\x00", " ").strip(),
            "results": results,
            "found": _found(results.total, query.text),
            "kept": [["q", typed]],
            "groups": _groups(results, filters),
            "is_narrowed": bool(filters.kinds or filters.years),
            "reset_url": f"{reverse('search')}?{_only_query(typed)}",
            "near": terms_near(query.text) if query and not results.total else [],
        },
    )


def _filters(parameters: QueryDict) -> Filters:
    """Unknown kinds and impossible years are passed over."""
    known = searchables()
    kinds = tuple(kind for kind in parameters.getlist("kind") if kind in known)
    years = tuple(int(year) for year in parameters.getlist("year") if year.isascii() and year.isdigit() and len(year) == 4)
    return Filters(kinds=kinds, years=years)


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 6 else 1


def _found(total: int, text: str) -> str:
    return ngettext("%(total)s result for “%(text)s”", "%(total)s results for “%(text)s”", total) % {
        "total": total,
        "text": text,
    }


def _groups(results: Results, filters: Filters) -> list[dict[str, Any]]:
    known = searchables()
    kinds = [
        {"value": kind, "label": known[kind].label, "count": results.kinds.get(kind, 0), "checked": kind in filters.kinds}
        for kind in known
        if kind in results.kinds or kind in filters.kinds
    ]
    offered = sorted({*results.years, *filters.years}, reverse=True)[:MOST_YEARS_OFFERED]
    years = [
        {"value": str(year), "label": str(year), "count": results.years.get(year, 0), "checked": year in filters.years}
        for year in offered
    ]
    groups = [{"name": "kind", "legend": _("Where"), "options": kinds}, {"name": "year", "legend": _("Year"), "options": years}]
    return [group for group in groups if group["options"]]


def _only_query(typed: str) -> str:
    kept = QueryDict(mutable=True)
    kept["q"] = typed
    return kept.urlencode()
