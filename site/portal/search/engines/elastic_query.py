"""A search in Elasticsearch's words. It counts and ranks as `gather` does with the database's rows."""

from collections.abc import Iterator
from typing import Any

from portal.languages.enums import Language
from portal.search.engines.database import SYNONYM_WEIGHT
from portal.search.engines.engine import Filters, Wish
from portal.search.engines.gather import OWN_LANGUAGE_WEIGHT, ROWS_SHOWN
from portal.search.query import Phrase, Query, Term

MOST_HITS = 10_000
MOST_VALUES = 500
TITLE, TEXT, TITLE_FORMS, TEXT_FORMS = 12.0, 1.0, 6.0, 0.5
FACETS = {"kinds": "kind", "years": "year", "institutions": "institution", "languages": "language"}
_THINGS = {"things": {"cardinality": {"field": "thing", "precision_threshold": 40_000}}}

Json = dict[str, Any]


def request_of(wish: Wish) -> Json:
    """What to ask `search` for: one hit a thing with its best rows, and the counts."""
    chosen = _chosen(wish.filters)
    return {
        "query": {
            "function_score": {
                "query": _matching(wish.query),
                "functions": list(_weights(wish)),
                "score_mode": "multiply",
                "boost_mode": "multiply",
            }
        },
        "post_filter": _all(chosen.values()),
        "collapse": {"field": "thing", "inner_hits": _best_rows(wish)},
        "sort": _order(wish.newest_first),
        "aggregations": {
            "all": _THINGS["things"],
            "chosen": {"filter": _all(chosen.values()), "aggs": _THINGS},
            **{name: _counts(name, field, chosen) for name, field in FACETS.items()},
        },
        "source": {"includes": ["kind", "key"]},
        "docvalue_fields": ["year", "institution"],
        "from_": min(wish.offset, MOST_HITS - wish.limit),
        "size": wish.limit,
        "allow_partial_search_results": False,
    }


def _weights(wish: Wish) -> Iterator[Json]:
    """The reader's language before the other, what was typed before its synonyms."""
    yield {"filter": {"term": {"language": wish.language.value}}, "weight": OWN_LANGUAGE_WEIGHT}
    if wish.query.is_widened:
        yield {"filter": _matching(wish.query.as_typed), "weight": 1 / SYNONYM_WEIGHT}


def _chosen(filters: Filters) -> dict[str, Json]:
    chosen: dict[str, Json] = {}
    for name, values in (
        ("kinds", filters.kinds),
        ("institutions", filters.institutions),
        ("languages", filters.languages),
    ):
        if values:
            chosen[name] = {"terms": {FACETS[name]: list(values)}}
    if filters.periods:
        periods = [{"range": {"year": {"gte": first, "lte": last}}} for first, last in filters.periods]
        chosen["years"] = {"bool": {"should": periods, "minimum_should_match": 1}}
    return chosen


def _counts(name: str, field: str, chosen: dict[str, Json]) -> Json:
    """How many things of each value pass all filters but this one."""
    others = [filter_ for other, filter_ in chosen.items() if other != name]
    return {
        "filter": _all(others),
        "aggs": {"values": {"terms": {"field": field, "size": MOST_VALUES}, "aggs": _THINGS}},
    }


def _all(filters: Any) -> Json:
    return {"bool": {"filter": list(filters)}}


def _order(newest_first: bool) -> list[Json]:
    newest: list[Json] = [{"day": "desc"}, {"kind": "asc"}, {"key": "asc"}]
    return newest if newest_first else [{"_score": "desc"}, *newest]


def _best_rows(wish: Wish) -> Json:
    """Rows in the reader's language first, or in the one that was asked for. Of the two, `en` is first in the alphabet."""
    first = wish.filters.languages[0] if len(wish.filters.languages) == 1 else wish.language.value
    own_first = "asc" if first == min(Language.values) else "desc"
    return {
        "name": "rows",
        "size": ROWS_SHOWN,
        "sort": [{"language": own_first}, {"_score": "desc"}, {"row": "asc"}],
        "_source": False,
        "docvalue_fields": ["language"],
    }


def _matching(query: Query) -> Json:
    return {
        "bool": {
            "must": [_any(term) for term in query.terms],
            "must_not": [_any(term) for term in query.unwanted],
            "should": [_form(form) for term in query.terms for form in term.forms],
        }
    }


def _any(term: Term) -> Json:
    if term.begins:
        fields = ("title_forms", "text_forms")
        ways: list[Json] = [{"prefix": {field: {"value": term.forms[-1]}}} for field in fields]
    else:
        ways = [_side_by_side(way) for way in term.phrases]
        ways += [{"bool": {"must": [_side_by_side((stem,)) for stem in way]}} for way in sorted(term.apart)]
    return {"dis_max": {"queries": ways, "tie_breaker": 0.1}}


def _side_by_side(way: Phrase) -> Json:
    fields = [f"title^{TITLE}", f"text^{TEXT}"]
    return {"multi_match": {"query": " ".join(way), "fields": fields, "type": "phrase"}}


def _form(form: str) -> Json:
    fields = [f"title_forms^{TITLE_FORMS}", f"text_forms^{TEXT_FORMS}"]
    return {"multi_match": {"query": form, "fields": fields}}
