"""The list page: filters from the address, their counts, and links that keep them."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.core.paginator import Paginator
from django.http import QueryDict
from django.utils.translation import gettext as _

from consultation.enums import State
from consultation.selectors.lists import Chosen, ConsultationList, consultation_list
from consultation.selectors.moments import next_instant
from portal.work.clock import database_now

PER_PAGE = 20


def listing(user: Any, query: QueryDict) -> dict[str, Any]:
    """What the list shows for the filters in its address; a value that nobody offers is ignored."""
    now = database_now()
    chosen = chosen_filters(query)
    found = consultation_list(user, chosen, now)
    page = Paginator(found.found, PER_PAGE).get_page(query.get("page"))
    return {
        "consultations": page,
        "groups": _groups(found, chosen),
        "chosen": _chosen_links(query, found, chosen),
        "found": len(found.found),
        "now": now,
        "changes_at": next_instant(now),
    }


def chosen_filters(query: Mapping[str, Any]) -> Chosen:
    values: Callable[[str], list[str]] = getattr(query, "getlist", lambda name: [])
    return Chosen(
        states=frozenset(each for each in values("state") if each in State.values),
        years=frozenset(int(each) for each in values("year") if each.isdecimal() and len(each) == 4),
        institutions=frozenset(each[:60] for each in values("institution") if each),
    )


def _groups(found: ConsultationList, chosen: Chosen) -> list[dict[str, Any]]:
    states = [
        _option(state.value, state.label, found.states[state], state.value in chosen.states)
        for state in State
        if found.states[state] or state.value in chosen.states
    ]
    years = [
        _option(str(year), str(year), found.years[year], year in chosen.years)
        for year in sorted({*found.years, *chosen.years}, reverse=True)
    ]
    institutions = [
        _option(code, found.names.get(code, code), found.institutions[code], code in chosen.institutions)
        for code in sorted({*found.institutions, *(chosen.institutions & found.names.keys())})
    ]
    groups = [
        ("state", _("State"), states),
        ("year", _("Year"), years),
        ("institution", _("Institution"), institutions),
    ]
    return [{"name": name, "legend": legend, "options": options} for name, legend, options in groups if options]


def _option(value: str, label: Any, count: int, checked: bool) -> dict[str, Any]:
    return {"value": value, "label": label, "count": count, "checked": checked}


def _chosen_links(query: QueryDict, found: ConsultationList, chosen: Chosen) -> list[dict[str, str]]:
    in_force: Iterable[tuple[str, str, Any]] = [
        *(("state", each, State(each).label) for each in sorted(chosen.states)),
        *(("year", str(each), str(each)) for each in sorted(chosen.years)),
        *(("institution", each, found.names.get(each, each)) for each in sorted(chosen.institutions)),
    ]
    return [{"name": str(label), "url": _without(query, name, value)} for name, value, label in in_force]


def _without(query: QueryDict, name: str, value: str) -> str:
    rest = query.copy()
    rest.pop("page", None)
    rest.setlist(name, [each for each in query.getlist(name) if each != value])
    return f"?{rest.urlencode()}"
