from portal.search.records.change import SearchChange
from portal.search.records.row import SearchRow
from portal.search.records.text import SearchText

__all__ = ["SearchChange", "SearchRow", "SearchText"]
