"""The other language of what is being read: the same page or record, with its filters and its page number."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import get_script_prefix, translate_url
from wagtail.models import Page

from portal.languages.enums import Language, active_language

WAGTAIL_ROUTE = "wagtail_serve"


@dataclass(frozen=True)
class LanguageLink:
    code: Language
    name: str
    url: str
    here: bool


def language_links(
    request: HttpRequest, page: Page | None = None, other_addresses: Mapping[str, str] | None = None
) -> list[LanguageLink]:
    """One link for each language, the present one among them. Where there is nothing to lead to, to the front page."""
    addresses = addresses_by_language(request, page, other_addresses)
    here = active_language()
    return [
        LanguageLink(language, language.label, addresses.get(language) or home(language), language is here)
        for language in Language
    ]


def addresses_by_language(
    request: HttpRequest, page: Page | None = None, other_addresses: Mapping[str, str] | None = None
) -> dict[Language, str]:
    """Where the thing being read is read in each language, query included; a language without an address is left out.

    A page knows its translations, drafts too: their address shows the Albanian until they are out. A view whose
    address has words of its own in each language (a slug) gives `other_addresses`, from language to path. Any other
    address is the same route with the same arguments.
    """
    if page is not None:
        addresses = {Language(code): version.get_url(request) for code, version in page_versions(page).items()}
    elif other_addresses is not None:
        addresses = {Language(code): address for code, address in other_addresses.items()}
    else:
        addresses = {language: _same_route(request, language) for language in Language}
    query = request.GET.urlencode()
    return {language: f"{address}?{query}" if query else address for language, address in addresses.items() if address}


def page_versions(page: Page) -> dict[str, Page]:
    """A page in each language that it exists in, by language code. Asked once for a page object."""
    if not hasattr(page, "_page_versions"):
        versions = Page.objects.filter(translation_key=page.translation_key).select_related("locale")
        remember_versions(page, versions)
    return page._page_versions


def remember_versions(page: Page, versions: Iterable[Page]) -> None:
    """Spare a page the question, where its versions are at hand with their locales."""
    page._page_versions = {version.locale.language_code: version for version in versions}


def page_language(page: Page) -> Language:
    for code, version in page_versions(page).items():
        if version.pk == page.pk:
            return Language(code)
    return Language(page.locale.language_code)


def home(language: Language) -> str:
    return f"{get_script_prefix()}{language}/"


def _same_route(request: HttpRequest, language: Language) -> str | None:
    """A path that Wagtail was to serve has slugs, which no route can translate."""
    if request.resolver_match is None or request.resolver_match.url_name == WAGTAIL_ROUTE:
        return None
    address = translate_url(request.path, language)
    return address if address.startswith(home(language)) else None
