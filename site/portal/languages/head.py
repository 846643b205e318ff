"""What search engines are told of languages: an address for each real text, none for one that stands in for another."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.conf import settings
from django.http import HttpRequest
from wagtail.models import Page

from portal.languages.enums import Language, active_language
from portal.languages.switch import addresses_by_language, page_language, page_versions


@dataclass(frozen=True)
class LanguageHead:
    canonical: str = ""
    alternates: dict[Language, str] = field(default_factory=dict)
    stands_in: bool = False


def language_head(
    request: HttpRequest, page: Page | None = None, other_addresses: Mapping[str, str] | None = None
) -> LanguageHead:
    """A canonical address keeps the number of a list's page and drops its filters.

    Addresses begin with the portal's own, never with the host that a request claims.
    """
    addresses = {
        language: _absolute(request, address)
        for language, address in addresses_by_language(request, page, other_addresses).items()
    }
    if page is None:
        here = active_language()
        return LanguageHead(addresses.get(here, ""), addresses if len(addresses) == len(Language) else {})
    language = page_language(page)
    canonical = addresses.get(language, "")
    if language is not active_language():
        return LanguageHead(canonical, stands_in=True)
    versions = page_versions(page)
    public = {
        code: address for code, address in addresses.items() if versions[code].live and not versions[code].alias_of_id
    }
    return LanguageHead(canonical, public if len(public) > 1 else {})


def _absolute(request: HttpRequest, address: str) -> str:
    path = address.partition("?")[0]
    number = request.GET.get("page", "")
    query = f"?page={number}" if number.isdecimal() and number != "1" else ""
    origin = "" if path.startswith("http") else settings.WAGTAILADMIN_BASE_URL
    return f"{origin}{path}{query}"
