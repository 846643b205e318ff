from datetime import datetime

from django.contrib.auth.models import AnonymousUser
from django.db.models.fields.files import FieldFile
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseNotModified
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.cache import patch_cache_control
from django.utils.http import content_disposition_header, http_date, parse_http_date_safe
from django.views.decorators.http import require_safe

from library.publications.enums import MediaType
from library.publications.records import Publication, PublicationFile
from library.publications.selectors import address_of, pages_ahead, visible_to
from library.publications.selectors.files import file_visible_to

SHARED_FOR = 300


@require_safe
def by_number(request: HttpRequest, number: int) -> HttpResponse:
    """The permanent address, for citations: leads to the page, whatever its title and address have become."""
    publication = visible_to(None).filter(pk=number).prefetch_related(pages_ahead(Publication)).first()
    if publication is None:
        raise Http404
    return redirect(address_of(publication, request))


@require_safe
def file(request: HttpRequest, number: int, name: str) -> HttpResponseBase:
    """The bytes of a file. A PDF opens in the browser, so that `#page=5` works; `?download` saves it."""
    found, is_public = _find(request, number)
    if name != found.name:
        return redirect("publications:file", found.pk, found.name)
    as_attachment = found.media_type != MediaType.PDF or "download" in request.GET
    response = _bytes(request, found.file, found.added_at, is_public)
    response.headers["Content-Type"] = found.media_type
    response.headers["Content-Disposition"] = content_disposition_header(as_attachment, found.name) or "inline"
    return response


@require_safe
def preview(request: HttpRequest, number: int) -> HttpResponseBase:
    found, is_public = _find(request, number)
    if not found.preview:
        raise Http404
    response = _bytes(request, found.preview, found.added_at, is_public)
    response.headers["Content-Type"] = "image/png"
    return response


def _find(request: HttpRequest, number: int) -> tuple[PublicationFile, bool]:
    """Who asks is looked at only where the public may not read: what all may read can be shared."""
    public = file_visible_to(AnonymousUser(), number)
    found = public or file_visible_to(request.user, number)
    if found is None:
        raise Http404
    return found, public is not None


def _bytes(request: HttpRequest, stored: FieldFile, changed: datetime, is_public: bool) -> HttpResponseBase:
    """What lies on disk. Shared by all for five minutes if all may read it, kept by nobody if not."""
    response: HttpResponseBase
    if is_public and _is_fresh(request, changed):
        response = HttpResponseNotModified()
    else:
        try:
            response = FileResponse(stored.storage.open(stored.name or ""))
        except FileNotFoundError as missing:
            raise Http404 from missing
    response.headers["X-Content-Type-Options"] = "nosniff"
    if is_public:
        response.headers["Last-Modified"] = http_date(changed.timestamp())
        patch_cache_control(response, public=True, max_age=SHARED_FOR)
    else:
        patch_cache_control(response, private=True, no_store=True)
    return response


def _is_fresh(request: HttpRequest, changed: datetime) -> bool:
    since = parse_http_date_safe(request.headers.get("If-Modified-Since", ""))
    return since is not None and int(changed.timestamp()) <= since
