from portal.home.pages import HomePage

__all__ = ["HomePage"]
