"""Elasticsearch, for large libraries. It holds the same stems as the database's index, so it finds the same things."""

from collections import Counter
from collections.abc import Callable, Iterable
from functools import cache
from hashlib import sha256
from typing import Any, ParamSpec, TypeVar

from elasticsearch import ApiError, Elasticsearch, NotFoundError, TransportError
from elasticsearch.helpers import BulkIndexError, ScanError, bulk, scan

from portal.search.analysis import RECIPE, stems, words
from portal.search.engines.breaker import Breaker
from portal.search.engines.elastic_query import FACETS, request_of
from portal.search.engines.engine import Counts, EngineDown, EngineResting, Found, Hit, Wish
from portal.search.engines.timely import TimelyNode
from portal.search.records import SearchText

WRITE_WITHIN_SECONDS = 10
REST_SECONDS = 15.0
_WORDS = {"type": "text", "analyzer": "whitespace"}
_FORMS = {"type": "text", "analyzer": "whitespace", "index_options": "freqs"}
MAPPINGS: dict[str, Any] = {
    "dynamic": "strict",
    "_source": {"includes": ["thing", "kind", "key"]},
    "properties": {
        "title": _WORDS,
        "text": _WORDS,
        "title_forms": _FORMS,
        "text_forms": _FORMS,
        "thing": {"type": "keyword"},
        "kind": {"type": "keyword"},
        "key": {"type": "long"},
        "row": {"type": "long"},
        "language": {"type": "keyword"},
        "day": {"type": "integer"},
        "year": {"type": "integer"},
        "institution": {"type": "keyword"},
    },
}
VERSION = f"{RECIPE}-{sha256(repr(MAPPINGS).encode()).hexdigest()[:8]}"
"""Part of the index's name: another analysis or other fields begin another index."""

Args = ParamSpec("Args")
Answer = TypeVar("Answer")


@cache
def _client(urls: str, seconds: float) -> Elasticsearch:
    return Elasticsearch(
        urls.split(","), request_timeout=seconds, max_retries=0, retry_on_timeout=False, node_class=TimelyNode
    )


@cache
def _breaker(urls: str) -> Breaker:
    return Breaker(REST_SECONDS)


class ElasticEngine:
    """The index of this name in the servers at these addresses (commas between). Every call may raise `EngineDown`."""

    def __init__(self, urls: str, name: str, seconds: float) -> None:
        self.client = _client(urls, seconds)
        self.patient = self.client.options(request_timeout=WRITE_WITHIN_SECONDS)
        self.breaker = _breaker(urls)
        self.index = f"{name}-{VERSION}"

    def search(self, wish: Wish) -> Found:
        request = request_of(wish)
        return self._ask(lambda: _found(self.client.search(index=self.index, **request), wish))

    def replace(self, things: Iterable[tuple[str, int]], texts: Iterable[SearchText]) -> None:
        """Have these texts stand for these things, and nothing else. Readers see either the old or the new ones."""
        if not self.is_there():
            raise EngineDown("index lost")
        names = [_name(kind, key) for kind, key in things]
        old = [{"_op_type": "delete", "_id": row} for row in self._rows({"terms": {"thing": names}})]
        self._ask(self._write, [*old, *map(_document, texts)])

    def _write(self, actions: list[dict[str, Any]]) -> None:
        try:
            bulk(self.patient, actions, index=self.index, refresh=True)
        except BulkIndexError as refused:
            if any(next(iter(error.values())).get("status") != 404 for error in refused.errors):
                raise EngineDown("refused") from refused

    def is_there(self) -> bool:
        return bool(self._ask(self.client.indices.exists, index=self.index))

    def create(self) -> None:
        settings = {"number_of_shards": 1, "auto_expand_replicas": "0-1"}
        self._ask(self.patient.indices.create, index=self.index, mappings=MAPPINGS, settings=settings)

    def drop(self) -> None:
        self._ask(self.patient.indices.delete, index=self.index, ignore_unavailable=True)

    def fingerprint(self) -> tuple[int, int]:
        """How many rows it holds, and the sum of their ids: equal to the database's if the rows are the same."""
        self._ask(self.patient.indices.refresh, index=self.index)
        aggregations = {"count": {"value_count": {"field": "row"}}, "sum": {"sum": {"field": "row"}}}

        def totals() -> tuple[int, int]:
            answer = self.client.search(index=self.index, size=0, aggregations=aggregations)["aggregations"]
            return int(answer["count"]["value"]), int(answer["sum"]["value"])

        return self._ask(totals)

    def rows(self) -> dict[int, tuple[str, int]]:
        """Every row it holds, and the thing it is of."""
        return {int(row): thing for row, thing in self._rows({"match_all": {}}).items()}

    def _rows(self, query: dict[str, Any]) -> dict[str, tuple[str, int]]:
        found = self._ask(lambda: list(scan(self.patient, index=self.index, query={"query": query}, size=5000)))
        return {hit["_id"]: (hit["_source"]["kind"], hit["_source"]["key"]) for hit in found}

    def _ask(self, question: Callable[Args, Answer], *args: Args.args, **kwargs: Args.kwargs) -> Answer:
        """The answer, unless the server did not give one a moment ago or gives none now.

        What it says when it refuses may hold its address and password, so only the kind of refusal goes on.
        """
        if not self.breaker.may_ask():
            raise EngineResting
        try:
            answer = question(*args, **kwargs)
        except NotFoundError as why:
            self.breaker.answered()
            raise EngineDown("index lost") from why
        except (ApiError, TransportError, ScanError, LookupError, TypeError, ValueError, AttributeError) as why:
            # The last four: it gave an answer, but not one to that question, as something else at its address does.
            self.breaker.failed()
            raise EngineDown(type(why).__name__) from why
        self.breaker.answered()
        return answer


def _found(answer: Any, wish: Wish) -> Found:
    counts = answer["aggregations"]
    return Found(
        hits=tuple(_hit(hit, wish.filters.languages) for hit in answer["hits"]["hits"]),
        total=counts["chosen"]["things"]["value"],
        unfiltered=counts["all"]["value"],
        counts=Counts(**{name: _buckets(counts[name]) for name in FACETS}),
    )


def _hit(hit: dict[str, Any], languages: tuple[str, ...]) -> Hit:
    rows = [(row["_id"], row["fields"]["language"][0]) for row in hit["inner_hits"]["rows"]["hits"]["hits"]]
    facts = hit.get("fields", {})
    return Hit(
        kind=hit["_source"]["kind"],
        key=hit["_source"]["key"],
        rows=tuple(int(row) for row, language in rows if not languages or language in languages),
        year=facts.get("year", [0])[0],
        institution=facts.get("institution", [""])[0],
        languages=frozenset(language for _row, language in rows),
    )


def _buckets(counts: dict[str, Any]) -> Counter[Any]:
    return Counter({bucket["key"]: bucket["things"]["value"] for bucket in counts["values"]["buckets"]})


def _document(text: SearchText) -> dict[str, Any]:
    row = text.row
    title, body = words(text.title), words(text.text)
    return {
        "_op_type": "index",
        "_id": str(row.pk),
        "row": row.pk,
        "title": " ".join(stems(title, row.language)),
        "text": " ".join(stems(body, row.language)),
        "title_forms": " ".join(dict.fromkeys(title)),
        "text_forms": " ".join(dict.fromkeys(body)),
        "thing": _name(row.kind, row.key),
        "kind": row.kind,
        "key": row.key,
        "language": row.language,
        "day": row.day,
        "year": row.day // 10_000 or None,
        "institution": row.institution or None,
    }


def _name(kind: str, key: int) -> str:
    return f"{kind}:{key}"
