"""What the template of every page needs of its frame. Without a session nothing here may touch the person."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from portal.home.shell import shell as shell_of
from portal.languages.enums import active_language


def shell(request: HttpRequest) -> dict[str, Any]:
    """The frame, unless this is the admin, which has its own."""
    if request.path.startswith("/admin/"):
        return {}
    language = active_language()
    frame = shell_of(language)
    here = request.path
    return {
        "portal_name": settings.PORTAL_NAME[language],
        "base_url": settings.BASE_URL,
        "home_url": f"/{language}/",
        "search_url": reverse("search"),
        "search_current": here == reverse("search"),
        "account_url": reverse("account_home"),
        "account_name": _account_name(request),
        "rooms": [room | {"current": _current(room["url"], here)} for room in frame.rooms],
        "footer": frame.footer,
        "news_url": frame.news_url,
    }


def _current(url: str, here: str) -> str:
    if url == here:
        return "page"
    return "true" if here.startswith(url) else ""


def _account_name(request: HttpRequest) -> str:
    """Whoever has a session reads no shared page, so only then may the person be asked for: a basket has one too."""
    has_session = settings.SESSION_COOKIE_NAME in request.COOKIES
    return _("My account") if has_session and request.user.is_authenticated else _("Sign in")
