from portal.search.engines.choice import database_engine, search_with_best_engine
from portal.search.engines.engine import Engine, EngineDown, Filters, Found, Hit

__all__ = ["Engine", "EngineDown", "Filters", "Found", "Hit", "database_engine", "search_with_best_engine"]
