from portal.search.records import SearchChange, SearchRow, SearchText

__all__ = ["SearchChange", "SearchRow", "SearchText"]
