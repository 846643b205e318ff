from portal.home.pages import ContactPage, GlossaryPage, HomePage, NewsIndexPage, NewsPage
from portal.home.records import ContactMessage

__all__ = ["ContactMessage", "ContactPage", "GlossaryPage", "HomePage", "NewsIndexPage", "NewsPage"]
