from portal.pages.pages import StandardPage

__all__ = ["StandardPage"]
