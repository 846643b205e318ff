"""Elasticsearch, for large libraries. It holds the same stems as the database's index, so it finds the same things."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from elasticsearch import ApiError, Elasticsearch, NotFoundError, TransportError
from elasticsearch.helpers import BulkIndexError, bulk, scan

from portal.search.analysis import index_words
from portal.search.engines.engine import EngineDown, Filters, Found, Hit
from portal.search.query import Query, Term
from portal.search.records import SearchRow

INDEX = "portal-entries-1"
MOST_HITS = 10_000
MOST_YEARS = 200
ANSWER_WITHIN_SECONDS = 1.5
MAPPINGS = {
    "dynamic": "strict",
    "properties": {
        "title": {"type": "text", "analyzer": "whitespace"},
        "text": {"type": "text", "analyzer": "whitespace"},
        "kind": {"type": "keyword"},
        "thing": {"type": "keyword"},
        "key": {"type": "long"},
        "language": {"type": "keyword"},
        "year": {"type": "integer"},
    },
}


@cache
def _client(url: str) -> Elasticsearch:
    return Elasticsearch(url, request_timeout=ANSWER_WITHIN_SECONDS, max_retries=0, retry_on_timeout=False)


class ElasticEngine:
    """Every call raises `EngineDown` when the server is away, slow, or has lost the index."""

    def __init__(self, url: str, index: str = INDEX) -> None:
        self.client = _client(url)
        self.index = index

    def search(self, query: Query, filters: Filters, *, language: str, offset: int, limit: int) -> Found:
        answer = self._ask(query, filters, language, offset, limit)
        aggregations = answer["aggregations"]
        return Found(
            hits=tuple(
                Hit(row=int(hit["_id"]), kind=hit["_source"]["kind"], key=hit["_source"]["key"])
                for hit in answer["hits"]["hits"]
            ),
            total=aggregations["chosen"]["things"]["value"],
            kinds={b["key"]: b["things"]["value"] for b in aggregations["kinds"]["buckets"]},
            years={b["key"]: b["things"]["value"] for b in aggregations["years"]["buckets"]},
        )

    def _ask(self, query: Query, filters: Filters, language: str, offset: int, limit: int) -> Any:
        things = {"things": {"cardinality": {"field": "thing", "precision_threshold": 40_000}}}
        chosen = [
            {"terms": {field: list(values)}}
            for field, values in (("kind", filters.kinds), ("year", filters.years))
            if values
        ]
        try:
            return self.client.search(
                index=self.index,
                query=_matching(query, language),
                post_filter={"bool": {"filter": chosen}},
                collapse={"field": "thing"},
                aggregations={
                    "chosen": {"filter": {"bool": {"filter": chosen}}, "aggs": things},
                    "kinds": {"terms": {"field": "kind", "size": 50}, "aggs": things},
                    "years": {"terms": {"field": "year", "size": MOST_YEARS}, "aggs": things},
                },
                source=["kind", "key"],
                from_=min(offset, MOST_HITS - limit),
                size=limit,
            )
        except (ApiError, TransportError) as why:
            raise EngineDown(str(why)) from why

    def write(self, rows: Iterable[SearchRow]) -> None:
        self._bulk(
            {
                "_op_type": "index",
                "_id": str(row.pk),
                "title": index_words(row.title, row.language),
                "text": index_words(row.text, row.language),
                "kind": row.kind,
                "thing": f"{row.kind}:{row.key}",
                "key": row.key,
                "language": row.language,
                "year": row.year,
            }
            for row in rows
        )

    def remove(self, kind: str, keys: Iterable[int]) -> None:
        """Forget what the index itself holds of these things: their rows may be gone already."""
        things = [f"{kind}:{key}" for key in keys]
        self._bulk({"_op_type": "delete", "_id": row} for row in self._rows_of({"terms": {"thing": things}}))

    def _rows_of(self, query: dict[str, Any]) -> Iterator[str]:
        try:
            self.ensure_index()
            self.client.indices.refresh(index=self.index)
            yield from (hit["_id"] for hit in scan(self.client, index=self.index, query={"query": query}, _source=False))
        except (ApiError, TransportError) as why:
            raise EngineDown(str(why)) from why

    def _bulk(self, actions: Iterable[dict[str, Any]]) -> None:
        try:
            self.ensure_index()
            bulk(self.client.options(request_timeout=30), actions, index=self.index, refresh=True, raise_on_error=True)
        except BulkIndexError as refused:
            if any(next(iter(error.values())).get("status") != 404 for error in refused.errors):
                raise EngineDown(str(refused)) from refused
        except (ApiError, TransportError) as why:
            raise EngineDown(str(why)) from why

    def ensure_index(self) -> None:
        if not self.client.indices.exists(index=self.index):
            self.client.indices.create(
                index=self.index, mappings=MAPPINGS, settings={"number_of_shards": 1, "auto_expand_replicas": "0-1"}
            )

    def count(self) -> int:
        """How many rows the index holds; none if it is gone. Raises `EngineDown` when nobody answers."""
        try:
            self.client.indices.refresh(index=self.index)
            return int(self.client.count(index=self.index)["count"])
        except NotFoundError:
            return 0
        except (ApiError, TransportError) as why:
            raise EngineDown(str(why)) from why

    def drop(self) -> None:
        try:
            self.client.indices.delete(index=self.index, ignore_unavailable=True)
        except (ApiError, TransportError) as why:
            raise EngineDown(str(why)) from why


def _matching(query: Query, language: str) -> dict[str, Any]:
    return {
        "bool": {
            "must": [_any(term) for term in query.terms],
            "must_not": [_any(term) for term in query.unwanted],
            "should": [{"constant_score": {"filter": {"term": {"language": language}}, "boost": 3.0}}],
        }
    }


def _any(term: Term) -> dict[str, Any]:
    ways = [
        {"multi_match": {"query": " ".join(way), "fields": ["title^4", "text"], "type": "phrase"}}
        for way in sorted(term.ways)
    ]
    return {"dis_max": {"queries": ways, "tie_breaker": 0.1}}
