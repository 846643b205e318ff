from datetime import datetime
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.core.files.base import File
from django.db.models.fields.files import FieldFile
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseNotModified
from django.shortcuts import redirect
from django.utils.cache import patch_cache_control
from django.utils.http import http_date, parse_http_date_safe
from django.views.decorators.http import require_safe

from library.publications.enums import MediaType
from library.publications.records import PublicationFile
from library.publications.selectors import address_of, visible_to
from library.publications.selectors.files import file_visible_to

SHARED_FOR = 300


@require_safe
def by_number(request: HttpRequest, number: int) -> HttpResponse:
    """The permanent address, for citations: leads to the page, whatever its title and address have become."""
    publication = visible_to(None).filter(pk=number).prefetch_related("pages__locale").first()
    if publication is None:
        raise Http404
    return redirect(address_of(publication, request))


@require_safe
def file(request: HttpRequest, number: int, name: str) -> HttpResponse:
    """The bytes of a file. A PDF opens in the browser, so that `#page=5` works; `?download` saves it."""
    found, is_public = _find(request, number)
    if name != found.name:
        return redirect("publications:file", found.pk, found.name)
    as_attachment = found.media_type != MediaType.PDF or "download" in request.GET
    return _serve(request, found.file, found.media_type, found, is_public, as_attachment)


@require_safe
def preview(request: HttpRequest, number: int) -> HttpResponse:
    found, is_public = _find(request, number)
    if not found.preview:
        raise Http404
    return _serve(request, found.preview, "image/png", found, is_public, as_attachment=False)


def _find(request: HttpRequest, number: int) -> tuple[PublicationFile, bool]:
    """Who asks is looked at only where the public may not read: what all may read can be shared."""
    public = file_visible_to(AnonymousUser(), number)
    found = public or file_visible_to(request.user, number)
    if found is None:
        raise Http404
    return found, public is not None


def _serve(
    request: HttpRequest,
    stored: FieldFile,
    media_type: str,
    file: PublicationFile,
    is_public: bool,
    as_attachment: bool,
) -> HttpResponse:
    response: HttpResponse
    if is_public and _is_fresh(request, file.added_at):
        response = HttpResponseNotModified()
    else:
        try:
            content: File[Any] = stored.storage.open(stored.name or "")
        except FileNotFoundError as missing:
            raise Http404 from missing
        response = FileResponse(content, content_type=media_type, as_attachment=as_attachment, filename=file.name)
    response["X-Content-Type-Options"] = "nosniff"
    if is_public:
        response["Last-Modified"] = http_date(file.added_at.timestamp())
        patch_cache_control(response, public=True, max_age=SHARED_FOR)
    else:
        patch_cache_control(response, private=True, no_store=True)
    return response


def _is_fresh(request: HttpRequest, changed: datetime) -> bool:
    since = parse_http_date_safe(request.headers.get("If-Modified-Since", ""))
    return since is not None and int(changed.timestamp()) <= since
