"""The filters beside the results: what the address asks for, and what the reader may tick next."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.http import QueryDict
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from portal.languages.alphabet import albanian_sort_key
from portal.languages.enums import Language
from portal.search.engines import Filters, Found
from portal.search.searchable import searchables
from portal.stakeholders.models import Institution

MOST_YEARS = 8
MOST_CHOSEN = 20
DECADE = 10

Group = dict[str, Any]


def filters_of(parameters: QueryDict) -> Filters:
    """What is asked for. Unknown kinds and languages and impossible years are passed over: old links still open."""
    known = searchables()
    return Filters(
        kinds=tuple(kind for kind in _values(parameters, "kind") if kind in known),
        periods=tuple(period for text in _values(parameters, "year") if (period := _period(text))),
        institutions=tuple(code for code in _values(parameters, "institution") if _is_code(code)),
        languages=tuple(code for code in _values(parameters, "language") if code in Language.values),
    )


def groups(found: Found, filters: Filters) -> list[Group]:
    """The filters that part what was found. One with a single value left, and not ticked, would change nothing."""
    offered = [
        _group("kind", _("Where"), _kinds(found), filters.kinds),
        _group("language", _("Language"), _languages(found), filters.languages),
        _group("year", _("Year"), _years(found, filters), [_period_text(period) for period in filters.periods]),
        _group("institution", _("Institution"), _institutions(found, filters), filters.institutions),
    ]
    return [
        group for group in offered if len(group["options"]) > 1 or any(option["checked"] for option in group["options"])
    ]


def _values(parameters: QueryDict, name: str) -> list[str]:
    return list(dict.fromkeys(parameters.getlist(name)))[:MOST_CHOSEN]


def _group(name: str, legend: str, options: Iterable[Group], chosen: Iterable[str]) -> Group:
    chosen = set(chosen)
    listed = [{**option, "checked": option["value"] in chosen} for option in options]
    return {"name": name, "legend": legend, "options": [each for each in listed if each["count"] or each["checked"]]}


def _kinds(found: Found) -> list[Group]:
    """In the order of the rooms."""
    return [
        {"value": kind, "label": searchable.label, "count": found.counts.kinds.get(kind, 0)}
        for kind, searchable in searchables().items()
    ]


def _languages(found: Found) -> list[Group]:
    return [
        {
            "value": language.value,
            "label": language.label,
            "lang": language.value,
            "count": found.counts.languages.get(language, 0),
        }
        for language in Language
    ]


def _years(found: Found, filters: Filters) -> list[Group]:
    """Years, newest first; decades where there are many of them."""
    years = found.counts.years
    are_many = len(years) > MOST_YEARS
    periods = {_decade(year) if are_many else (year, year) for year in years}
    return [
        {"value": _period_text(period), "label": _period_text(period, "–"), "count": _count(years, period)}
        for period in sorted(periods | set(filters.periods), reverse=True)
    ]


def _institutions(found: Found, filters: Filters) -> list[Group]:
    """In the Albanian alphabet. One that has no name to be printed is found, but not named."""
    codes = {*found.counts.institutions, *filters.institutions}
    named = [(each.public_name, each.code) for each in Institution.objects.filter(code__in=codes)]
    return [
        {"value": code, "label": name, "count": found.counts.institutions.get(code, 0)}
        for name, code in sorted(named, key=lambda pair: albanian_sort_key(pair[0]))
        if name
    ]


def _count(years: Mapping[int, int], period: tuple[int, int]) -> int:
    first, last = period
    return sum(count for year, count in years.items() if first <= year <= last)


def _decade(year: int) -> tuple[int, int]:
    """2011 to 2020 is one."""
    first = (year - 1) // DECADE * DECADE + 1
    return first, first + DECADE - 1


def _period(text: str) -> tuple[int, int] | None:
    """`2024`, or `2011-2020`."""
    years = text.split("-")
    if len(years) > 2 or not all(year.isascii() and year.isdigit() and len(year) == 4 for year in years):
        return None
    return int(years[0]), int(years[-1])


def _period_text(period: tuple[int, int], dash: str = "-") -> str:
    first, last = period
    return str(first) if first == last else f"{first}{dash}{last}"


def _is_code(text: str) -> bool:
    return len(text) <= 60 and text.isascii() and text.replace("-", "").replace("_", "").isalnum()


def number_text(found: Found) -> str:
    """How many things were found, as far as they were counted."""
    number = number_format(found.total, force_grouping=True)
    return number if found.is_whole else _("more than %(number)s") % {"number": number}
