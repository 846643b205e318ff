import logging

from django.conf import settings
from django.db import connection

from portal.search.engines.database import DatabaseEngine
from portal.search.engines.elastic import ElasticEngine
from portal.search.engines.engine import EngineDown, EngineResting, Found, Wish
from portal.search.engines.postgresql import PostgresqlEngine
from portal.search.engines.sqlite import SqliteEngine

log = logging.getLogger(__name__)


def database_engine() -> DatabaseEngine:
    return PostgresqlEngine() if connection.vendor == "postgresql" else SqliteEngine()


def elastic_engine() -> ElasticEngine | None:
    """The Elasticsearch that settings name, or None."""
    if not settings.ELASTICSEARCH_URL:
        return None
    return ElasticEngine(
        settings.ELASTICSEARCH_URL, settings.ELASTICSEARCH_INDEX, seconds=settings.ELASTICSEARCH_SECONDS
    )


def search_with_best_engine(wish: Wish, *, changes_wait: bool) -> Found:
    """Ask Elasticsearch while it has all that the database has, and the database's own index otherwise.

    The database's index is always the newer one and finds the same, so readers need not be told which it was.
    """
    elastic = elastic_engine()
    if elastic is not None and not changes_wait:
        try:
            return elastic.search(wish)
        except EngineResting:
            pass
        except EngineDown as why:
            log.warning("Search answers from the database: Elasticsearch does not (%s).", why)
    return database_engine().search(wish)
