"""What a reader sees when something cannot be given. Made without the database, which may be what is missing."""

import re
import sys
from typing import Any

from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.utils.translation import get_language_from_request, override, pgettext

SECRET_FIELDS = re.compile(r"pass|code|token", re.IGNORECASE)
TRY_AGAIN_AFTER = "15"


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return error_page(request, 400)


def permission_denied(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return error_page(request, 403)


def page_not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return error_page(request, 404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Our fault, or the database is away: then what was typed is given back, ready to be sent again."""
    if not isinstance(sys.exc_info()[1], (OperationalError, InterfaceError)):
        return error_page(request, 500)
    typed, password_or_file = what_was_typed(request)
    response = error_page(
        request,
        503,
        typed=typed,
        left_out=password_or_file,
        token=get_token(request) if typed else "",
        action=request.get_full_path(),
    )
    response["Retry-After"] = TRY_AGAIN_AFTER
    return response


def error_page(request: HttpRequest, status: int, **context: Any) -> HttpResponse:
    language = language_of(request)
    with override(language):
        frame = {
            "language": language,
            "portal_name": settings.PORTAL_NAME[language],
            "home_url": f"/{language}/",
            "rooms": [{"name": name, "url": f"/{language}/{address}/"} for name, address in rooms()],
            "search_url": f"/{language}/{pgettext('address', 'search')}/",
            "consultations_url": f"/{language}/{pgettext('address', 'consultations')}/",
            "library_url": f"/{language}/{pgettext('address', 'library')}/",
            "languages": [
                {"code": code, "name": name[:1].upper() + name[1:], "url": f"/{code}/", "here": code == language}
                for code, name in settings.LANGUAGES
            ],
        }
        body = render_to_string(f"errors/{status}.html", frame | context)
    response = HttpResponse(body, status=status)
    response["Cache-Control"] = "no-store"
    return response


def language_of(request: HttpRequest) -> str:
    """The address decides, then the browser: the usual middleware may not have been reached."""
    stated = request.path_info[1:3] if request.path_info[3:4] == "/" else get_language_from_request(request)[:2]
    return stated if stated in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


def rooms() -> list[tuple[str, str]]:
    return [
        (pgettext("menu", "Strategy"), pgettext("address", "strategy")),
        (pgettext("menu", "Library"), pgettext("address", "library")),
        (pgettext("menu", "Findings"), pgettext("address", "recommendations")),
        (pgettext("menu", "Consultations"), pgettext("address", "consultations")),
        (pgettext("menu", "Events"), pgettext("address", "events")),
    ]


def what_was_typed(request: HttpRequest) -> tuple[list[tuple[str, str]], bool]:
    """The fields of a sent form, and whether some must be filled in again: passwords are not shown, files are gone."""
    if request.method != "POST":
        return [], False
    try:
        fields = [(name, value) for name, values in request.POST.lists() for value in values]
        has_files = bool(request.FILES)
    except OSError:
        return [], False
    open_fields = [(name, value) for name, value in fields if not SECRET_FIELDS.search(name)]
    hidden = [name for name, _value in fields if SECRET_FIELDS.search(name) and name != "csrfmiddlewaretoken"]
    return open_fields, bool(hidden) or has_files
