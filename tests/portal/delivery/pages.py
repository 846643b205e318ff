"""A handful of addresses for these tests alone: each shows one way in which a page is or is not the same for all."""

from collections.abc import Callable
from datetime import timedelta

from django.conf.urls.i18n import i18n_patterns
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.middleware.csrf import get_token
from django.urls import URLPattern, URLResolver, path
from django.utils import timezone

from portal.delivery.expiry import expire_at
from portal.delivery.generation import write_new_generation

made: list[str] = []


def plain(request: HttpRequest) -> HttpResponse:
    made.append(request.get_full_path())
    return HttpResponse(f"<p>Fjalë të mira, herën e {len(made)}.</p>" * 40)


def with_form_token(request: HttpRequest) -> HttpResponse:
    return HttpResponse(get_token(request) and plain(request).content)


def with_person(request: HttpRequest) -> HttpResponse:
    return HttpResponse(f"{request.user.is_authenticated} {plain(request).content.decode()}")


def with_cookie(request: HttpRequest) -> HttpResponse:
    response = plain(request)
    response.set_cookie("seen", "1")
    return response


def private(request: HttpRequest) -> HttpResponse:
    response = plain(request)
    response["Cache-Control"] = "private"
    return response


def missing(request: HttpRequest) -> HttpResponse:
    response = plain(request)
    response.status_code = 404
    return response


def streamed(request: HttpRequest) -> StreamingHttpResponse:
    return StreamingHttpResponse(iter([plain(request).content]))


def old_already(request: HttpRequest) -> HttpResponse:
    expire_at(request, timezone.now() - timedelta(milliseconds=1))
    return plain(request)


def closes_soon(request: HttpRequest) -> HttpResponse:
    expire_at(request, timezone.now() + timedelta(hours=3))
    expire_at(request, timezone.now() + timedelta(seconds=0.5))
    expire_at(request, None)
    return plain(request)


def overtaken(request: HttpRequest) -> HttpResponse:
    """Something public changes after this page has read it."""
    response = plain(request)
    write_new_generation()
    return response


def database_down(request: HttpRequest) -> HttpResponse:
    raise OperationalError("could not connect")


def broken(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("the secret of the machine room")


VIEWS: tuple[Callable[[HttpRequest], object], ...] = (
    plain,
    with_form_token,
    with_person,
    with_cookie,
    private,
    missing,
    streamed,
    old_already,
    closes_soon,
    overtaken,
    database_down,
    broken,
)
urlpatterns: list[URLPattern | URLResolver] = [
    *i18n_patterns(*(path(f"{view.__name__}/", view) for view in VIEWS)),
    *(path(f"{prefix}/{view.__name__}/", view) for view in VIEWS for prefix in ("admin", "elsewhere")),
]
handler400 = "portal.delivery.views.bad_request"
handler403 = "portal.delivery.views.permission_denied"
handler404 = "portal.delivery.views.page_not_found"
handler500 = "portal.delivery.views.server_error"
