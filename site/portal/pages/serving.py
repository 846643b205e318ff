"""Finds the page of an address in two questions, where Wagtail's way down the tree asks two for each step.

What is set on the request are Wagtail's own notes to itself. A page that is not plainly there (not live, another site, a
route of its own) is left to Wagtail's way; restrictions are asked by Wagtail's hooks in either case.
"""

from copy import copy
from typing import Any

from django.http import HttpRequest, HttpResponse
from wagtail import views as wagtail_views
from wagtail.models import Page
from wagtail.url_routing import RouteResult

from portal.delivery.memo import until_next_generation
from portal.languages.enums import Language, active_language
from portal.languages.switch import remember_versions
from portal.pages.roots import know_the_site, only_site, site_root_paths


def serve(request: HttpRequest, path: str) -> HttpResponse:
    know_the_site(request)
    page = page_at(active_language(), path)
    if page is not None:
        request._wagtail_route_for_request = RouteResult(copy(page))  # type: ignore[attr-defined]
    response: HttpResponse = wagtail_views.serve(request, path)
    return response


@until_next_generation
def page_at(language: Language, path: str) -> Page | None:
    """The live page at a path below a language's front page, as its own kind, with its other language beside it."""
    begins = next((each.root_path for each in site_root_paths() if each.language_code == language), None)
    if only_site() is None or begins is None:
        return None
    address = f"{begins}{path}"
    keys = Page.objects.filter(url_path=address).values("translation_key")[:1]
    versions = list(Page.objects.filter(translation_key=keys).select_related("locale"))
    plain = next((each for each in versions if each.url_path == address and each.live), None)
    if plain is None or plain.specific_class is None:
        return None
    kind: Any = plain.specific_class
    comes_with = getattr(kind, "comes_with", ("locale",))
    page: Page | None = kind._default_manager.select_related(*comes_with).filter(pk=plain.pk).first()
    if page is not None:
        remember_versions(page, versions)
    return page
