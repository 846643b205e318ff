from portal.search.engines.choice import database_engine, elastic_engine, search_with_best_engine
from portal.search.engines.engine import Counts, Engine, EngineDown, Filters, Found, Hit, Wish

__all__ = [
    "Counts",
    "Engine",
    "EngineDown",
    "Filters",
    "Found",
    "Hit",
    "Wish",
    "database_engine",
    "elastic_engine",
    "search_with_best_engine",
]
