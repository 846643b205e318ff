"""What the template of the results needs: rows, filters, orders, and what else may help."""

from typing import Any

from django.http import QueryDict
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from portal.languages import address
from portal.languages.bilingual import Words
from portal.languages.enums import Language
from portal.search.engines import Wish
from portal.search.facets import Group, groups, number_text
from portal.search.query import Query
from portal.search.results import Passage, Result
from portal.search.selectors import Results, is_behind
from portal.search.suggestions import also_searched, terms_near
from portal.stakeholders.models import Institution, StakeholderCategory

Link = dict[str, Any]


def search_context(
    parameters: QueryDict, typed: str, wish: Wish, results: Results, *, changes_wait: bool
) -> dict[str, Any]:
    filters = groups(results.found, wish.filters)
    found_nothing = bool(wish.query) and not results.found.unfiltered
    return {
        "query": wish.query,
        "typed": typed,
        "results": results,
        "rows": _rows(results, wish.language),
        "found": _found(results, wish.query),
        "begins": results.query.beginnings and wish.query.terms[-1].forms[-1],
        "groups": filters,
        "kept": [[name, parameters[name]] for name in ("q", "sort", "exact") if parameters.get(name)],
        "kept_in_box": [["exact", "1"]] if "exact" in parameters else [],
        "chosen": _chosen(filters, parameters),
        "is_narrowed": bool(wish.filters),
        "reset_url": _without(parameters, "kind", "year", "institution", "language"),
        "sorts": _sorts(parameters, wish) if results.total > 1 else [],
        "hint": _hint(wish.query),
        "switches": _switches(parameters, wish.query),
        "near": terms_near(wish.query.text, wish.language) if found_nothing else [],
        "is_behind": changes_wait and is_behind(),
        "library_url": f"/{wish.language}/{address.LIBRARY}/",
        "glossary_url": f"/{wish.language}/{address.GLOSSARY}/",
        "contact_url": f"/{wish.language}/{address.CONTACT}/",
    }


def _rows(results: Results, language: Language) -> list[dict[str, Any]]:
    """The results as `components/record.html` takes them."""
    shown = list(results.page.object_list)
    institutions = _names(Institution, "public_name", {result.institution for result in shown})
    categories = _names(StakeholderCategory, "name", {result.category for result in shown})
    return [
        {
            "title": result.title,
            "url": result.url,
            "lang": _foreign(result.language, language),
            "year": result.year or None,
            "is_example": result.is_example,
            "states": _states(result, language),
            "facts": [
                fact
                for fact in (result.kind, institutions.get(result.institution), categories.get(result.category))
                if fact
            ],
            "passages": [_passage(passage, language) for passage in result.passages],
        }
        for result in shown
    ]


def _names(model: Any, name: str, codes: set[str]) -> dict[str, str]:
    codes.discard("")
    return {each.code: getattr(each, name) for each in model.objects.filter(code__in=codes)} if codes else {}


def _passage(passage: Passage, language: Language) -> dict[str, Any]:
    foreign = _foreign(passage.language, language)
    where: str = passage.where
    if where and foreign:
        where = format_html('<span lang="{}">{}</span>', foreign, where)
    elif passage.url and not where:
        where = _in_language(foreign)
    return {"text": passage.text, "where": where, "url": passage.url, "lang": foreign}


def _states(result: Result, language: Language) -> list[dict[str, str]]:
    foreign = _foreign(result.language, language)
    return [{"state": "lang", "text": _in_language(foreign)}] if foreign else []


def _foreign(code: str, reading: Language) -> str:
    return "" if code == reading else code


def _in_language(code: str) -> str:
    return _("in Albanian") if code == Language.ALBANIAN else _("in English")


def _found(results: Results, query: Query) -> str:
    text = ngettext("%(number)s result for “%(text)s”", "%(number)s results for “%(text)s”", results.total)
    return text % {"number": number_text(results.found), "text": query.text}


def _hint(query: Query) -> SafeString | str:
    """What was sought beside what was typed."""
    others = also_searched(query) if query.is_widened else []
    if not others:
        return ""
    return format_html(
        "{} {}.", _("Also searched:"), format_html_join(", ", "<strong{}>{}</strong>", map(_marked, others))
    )


def _marked(words: Words) -> tuple[SafeString, Words]:
    return format_html(' lang="{}"', words.language), words


def _switches(parameters: QueryDict, query: Query) -> list[Link]:
    """To and from the search for nothing but what was typed."""
    if "exact" in parameters:
        return [{"name": _("Search for other names of the same thing too"), "url": _without(parameters, "exact")}]
    if also_searched(query):
        return [{"name": _("Search only for what was typed"), "url": _with(parameters, "exact", "1")}]
    return []


def _sorts(parameters: QueryDict, wish: Wish) -> list[Link]:
    return [
        {
            "name": pgettext("sort", "by relevance"),
            "url": _without(parameters, "sort"),
            "current": not wish.newest_first,
        },
        {
            "name": pgettext("sort", "newest first"),
            "url": _with(parameters, "sort", "newest"),
            "current": wish.newest_first,
        },
    ]


def _chosen(filters: list[Group], parameters: QueryDict) -> list[Link]:
    """Each filter in force, with the address without it."""
    return [
        {"name": option["label"], "url": _without_value(parameters, group["name"], option["value"])}
        for group in filters
        for option in group["options"]
        if option["checked"]
    ]


def _without_value(parameters: QueryDict, name: str, value: str) -> str:
    left = parameters.copy()
    left.setlist(name, [each for each in left.getlist(name) if each != value])
    return _address(left)


def _without(parameters: QueryDict, *names: str) -> str:
    left = parameters.copy()
    for name in names:
        left.pop(name, None)
    return _address(left)


def _with(parameters: QueryDict, name: str, value: str) -> str:
    more = parameters.copy()
    more[name] = value
    return _address(more)


def _address(parameters: QueryDict) -> str:
    """Always the first page: another question has other pages."""
    parameters.pop("page", None)
    return f"{reverse('search')}?{parameters.urlencode()}"
