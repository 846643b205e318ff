"""One address for each template that the public can come to see."""

from collections.abc import Iterable

from tests.security.cast import STRANGER, client_of
from tests.security.crawl import Crawl

# Made for mail programs and for paper, or mere parts of pages.
NOT_PAGES = ("letters/", "components/", "wagtailadmin/", "feeds/")


def address_of_each_template(language: str, beginnings: Iterable[str] = ()) -> dict[str, str]:
    """Crawl the public site in one language; keep the first address that each template was seen at."""
    found: dict[str, str] = {}
    crawl = Crawl(client_of(STRANGER), most=4)
    for address, response, _text in crawl.everything([f"/{language}/", *beginnings]):
        if not address.startswith(f"/{language}/") or not response.get("Content-Type", "").startswith("text/html"):
            continue
        names = [template.name for template in getattr(response, "templates", []) if template.name]
        if names and not names[0].startswith(NOT_PAGES):
            found.setdefault(names[0], address)
    found["errors/404.html"] = f"/{language}/kjo-faqe-nuk-eshte/"
    found["errors/400.html"] = f"/{language}/?q=%00"
    return found
