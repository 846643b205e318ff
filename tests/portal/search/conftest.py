"""Shelves of entries, and the engines that are asked for them."""

import os
import secrets
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from portal.languages.enums import Language
from portal.search.engines import Engine, Filters, Found, Wish, database_engine, elastic_engine
from portal.search.query import understand
from portal.search.records import SearchText
from portal.search.searchable import SearchEntry
from portal.search.services.reindex import reindex_some
from portal.search.services.rewrite import rewrite


@dataclass
class Shelf:
    """One kind of thing, as a room hands it in."""

    kind: str
    found: list[SearchEntry]
    label: str = "Things"

    def entries(self, keys: Iterable[int] | None = None) -> Iterator[SearchEntry]:
        chosen = None if keys is None else set(keys)
        return (entry for entry in self.found if chosen is None or entry.key in chosen)

    def visible(self, user: Any, keys: Iterable[int]) -> set[int]:
        return {entry.key for entry in self.found} & set(keys)

    def keys_of(self, page: Any) -> Iterable[int]:
        return []


@pytest.fixture
def elasticsearch(settings: Any) -> Iterator[Any]:
    """An index of this test alone, empty."""
    settings.ELASTICSEARCH_URL = os.environ["ELASTICSEARCH_URL"]
    settings.ELASTICSEARCH_SECONDS = 10.0
    settings.ELASTICSEARCH_INDEX = f"test-{secrets.token_hex(6)}"
    engine = elastic_engine()
    engine.create()
    yield engine
    engine.breaker.answered()
    engine.drop()


@pytest.fixture(params=["database", pytest.param("elasticsearch", marks=pytest.mark.elasticsearch)])
def engine(request: pytest.FixtureRequest, db: None) -> Engine:
    """Each engine in turn. The database's own is the one of the database that the suite runs on."""
    return database_engine() if request.param == "database" else request.getfixturevalue("elasticsearch")


@dataclass
class Library:
    """What has been put on shelves, and the engine that knows it."""

    engine: Engine

    def add(self, kind: str, *entries: SearchEntry) -> None:
        keys = {entry.key for entry in entries}
        rewrite(Shelf(kind, list(entries)), keys)
        if self.engine is not None and hasattr(self.engine, "replace"):
            texts = SearchText.objects.select_related("row").filter(row__kind=kind, row__key__in=keys)
            self.engine.replace({(kind, key) for key in keys}, texts)

    def search(self, text: str, language: str = "sq", widen: bool = True, **wish: Any) -> Found:
        filters = Filters(
            **{name: wish.pop(name) for name in ("kinds", "periods", "institutions", "languages") if name in wish}
        )
        query = understand(text, widen=widen)
        return self.engine.search(Wish(query, filters, Language(language), **wish))

    def keys(self, text: str, **wish: Any) -> list[int]:
        return [hit.key for hit in self.search(text, **wish).hits]


@pytest.fixture
def shelves(engine: Engine) -> Library:
    return Library(engine)


def entry(key: int, title: str, text: str = "", language: str = "sq", **facts: Any) -> SearchEntry:
    return SearchEntry(key=key, language=language, title=title, text=text, url=f"/{language}/{key}/", **facts)


@pytest.fixture
def index_everything(db: None) -> Callable[[], None]:
    """What the worker does until nothing waits."""

    def index() -> None:
        while reindex_some():
            pass

    return index
