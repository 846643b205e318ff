from portal.search.records.change import SearchChange
from portal.search.records.entry import SearchRow

__all__ = ["SearchChange", "SearchRow"]
