from portal.home.records.message import ContactMessage

__all__ = ["ContactMessage"]
