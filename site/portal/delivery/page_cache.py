"""Which answers may be shared between readers. Everything is refused that is not plainly the same for all of them."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

LARGEST_PAGE = 2 * 1024 * 1024
LONGEST_ADDRESS = 500
SHARED_VARIATIONS = {"accept-encoding"}

_PUBLIC = tuple(f"/{code}/" for code, _name in settings.LANGUAGES)


def key_of(request: HttpRequest) -> str:
    """Host, scheme and full address, the language being its first step."""
    return f"{request.scheme}://{request.META.get('HTTP_HOST', '')}{request.get_full_path()}"


def may_read_shared(request: HttpRequest) -> bool:
    """Only a stranger who reads the public site: no session, no message waiting, no password, no preview."""
    if request.method not in ("GET", "HEAD") or not request.path_info.startswith(_PUBLIC):
        return False
    if "HTTP_AUTHORIZATION" in request.META or getattr(request, "is_dummy", False):
        return False
    if len(request.META.get("QUERY_STRING", "")) + len(request.path_info) > LONGEST_ADDRESS:
        return False
    cookies = request.META.get("HTTP_COOKIE", "")
    return not cookies or not (request.COOKIES.keys() & {settings.SESSION_COOKIE_NAME, "messages"})


def may_be_shared(request: HttpRequest, response: HttpResponseBase) -> bool:
    """Only a whole page that nothing of the reader went into: no cookie set or read, no form token."""
    if request.method != "GET" or response.status_code != 200 or response.streaming or response.cookies:
        return False
    if not isinstance(response, HttpResponse) or len(response.content) > LARGEST_PAGE:
        return False
    if request.META.get("CSRF_COOKIE_NEEDS_UPDATE") or response.has_header("Content-Encoding"):
        return False
    varies = {name.strip().lower() for name in response.get("Vary", "").split(",") if name.strip()}
    refused = any(word in response.get("Cache-Control", "") for word in ("no-store", "private"))
    return varies <= SHARED_VARIATIONS and not refused
