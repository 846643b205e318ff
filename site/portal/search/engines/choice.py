import logging

from django.conf import settings
from django.db import connection

from portal.search.engines.database import DatabaseEngine
from portal.search.engines.elastic import ElasticEngine
from portal.search.engines.engine import EngineDown, Filters, Found
from portal.search.engines.postgresql import PostgresqlEngine
from portal.search.engines.sqlite import SqliteEngine
from portal.search.query import Query

log = logging.getLogger(__name__)


def database_engine() -> DatabaseEngine:
    return PostgresqlEngine() if connection.vendor == "postgresql" else SqliteEngine()


def elastic_engine() -> ElasticEngine | None:
    """The Elasticsearch that settings name, or None."""
    return ElasticEngine(settings.ELASTICSEARCH_URL) if settings.ELASTICSEARCH_URL else None


def search_with_best_engine(query: Query, filters: Filters, *, language: str, offset: int, limit: int) -> Found:
    """Ask Elasticsearch where there is one, and the database's own index where there is none or it does not answer."""
    elastic = elastic_engine()
    if elastic is not None:
        try:
            return elastic.search(query, filters, language=language, offset=offset, limit=limit)
        except EngineDown as why:
            log.warning("search answers from the database: %s", why)
    return database_engine().search(query, filters, language=language, offset=offset, limit=limit)
