from portal.search.records import SearchChange, SearchRow

__all__ = ["SearchChange", "SearchRow"]
