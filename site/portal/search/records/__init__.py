from portal.search.records.change import SearchChange

__all__ = ["SearchChange"]
