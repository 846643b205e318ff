"""The outer layers of every answer."""

import logging
from collections.abc import Callable

from csp.constants import SELF
from csp.middleware import CSPMiddleware, PolicyParts
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone

from portal.delivery.expiry import page_expiry
from portal.delivery.generation import current_generation, write_new_generation
from portal.delivery.page_cache import key_of, may_be_shared, may_read_shared
from portal.delivery.page_store import page_store
from portal.delivery.stored_page import StoredPage
from portal.delivery.views import bad_request

GetResponse = Callable[[HttpRequest], HttpResponse]

logger = logging.getLogger(__name__)

ADMIN = "/admin/"
SAFE_METHODS = ("GET", "HEAD", "OPTIONS", "TRACE")


class PageCacheMiddleware:
    """Shares one rendering of a public page between strangers until anything public changes.

    The generation is read before the page is made: one overtaken by a change is filed where nobody looks any more.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response
        self.store = page_store()

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not settings.PAGE_CACHE or not may_read_shared(request):
            return self._for_one(request)
        started = timezone.now()
        generation = current_generation()
        key = key_of(request)
        page = self.store.find(generation, key)
        if page is not None and page.expires_at > started.timestamp():
            return page.answer(request)
        response = self.get_response(request)
        expiry = page_expiry(request, started)
        if not may_be_shared(request, response) or expiry <= timezone.now():
            return _for_one_reader(response)
        page = StoredPage.of(response, expiry.timestamp())
        try:
            self.store.keep(generation, key, page)
        except OSError:
            logger.warning("The page store cannot be written: pages are made for each reader.")
        return page.answer(request)

    def _for_one(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if _an_editor_saved(request, response):
            write_new_generation()
        return _for_one_reader(response)


class BadTextMiddleware:
    """Refuses NUL in an address or a cookie with a 400: no reader types it, and PostgreSQL takes it in no text."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "\0" in request.path_info or "%00" in request.META.get("QUERY_STRING", ""):
            return bad_request(request)
        if request.META.get("HTTP_COOKIE") and any("\0" in value for value in request.COOKIES.values()):
            return bad_request(request)
        return self.get_response(request)


class ContentPolicyMiddleware(CSPMiddleware):
    """The public site's policy everywhere but behind the editors' door, which has its own.

    A preview is made by a second, dummy request for the page's public address: the editor's screen must frame it.
    """

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        if _may_be_framed(request):
            response.headers.setdefault("X-Frame-Options", "SAMEORIGIN")
        return super().process_response(request, response)

    def get_policy_parts(
        self, request: HttpRequest, response: HttpResponseBase, report_only: bool = False
    ) -> PolicyParts:
        parts = super().get_policy_parts(request, response, report_only)
        if report_only:
            return parts
        if request.path_info.startswith(ADMIN):
            parts.config = settings.ADMIN_CONTENT_SECURITY_POLICY
        elif _may_be_framed(request):
            parts.replace = (parts.replace or {}) | {"frame-ancestors": [SELF]}
        return parts


class SecurityHeadersMiddleware:
    """What Django's own middleware does not say: no sensors, no foreign embedding."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Permissions-Policy", settings.PERMISSIONS_POLICY)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        response.headers.setdefault("X-Permitted-Cross-Domain-Policies", "none")
        return response


def _may_be_framed(request: HttpRequest) -> bool:
    return request.path_info.startswith(ADMIN) or getattr(request, "is_dummy", False)


def _for_one_reader(response: HttpResponse) -> HttpResponse:
    """Let nobody between us and the reader keep the answer, unless its view said how long it may be kept."""
    if not response.has_header("Cache-Control"):
        response["Cache-Control"] = "private, no-cache"
    return response


def _an_editor_saved(request: HttpRequest, response: HttpResponse) -> bool:
    """Whether a deed behind the editors' door may show outside: vocabularies, settings, page order, privacy.

    Drafts that the editor saves by itself every few seconds answer in JSON and show nowhere.
    """
    return (
        request.method not in SAFE_METHODS
        and request.path_info.startswith(ADMIN)
        and response.status_code < 400
        and not response.get("Content-Type", "").startswith("application/json")
    )
