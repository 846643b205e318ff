from portal.search.records import SearchChange

__all__ = ["SearchChange"]
