"""Files that readers take with them."""

from django.http import FileResponse, Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from consultation.records import SuppliedDocument
from consultation.views.finding import consultation_or_404
from portal.languages.enums import Language


@require_safe
def document(request: HttpRequest, number: int, document: int, language: str) -> HttpResponseBase:
    """A document of the draft in one language, to keep: never shown in the page, whatever is in it."""
    found = get_object_or_404(SuppliedDocument, consultation=consultation_or_404(request, number), pk=document)
    stored = getattr(found, f"file_{language}") if language in Language.values else None
    if not stored:
        raise Http404
    try:
        response = FileResponse(stored.open(), as_attachment=True, filename=stored.name.rpartition("/")[2])
    except FileNotFoundError as missing:
        raise Http404 from missing
    response["X-Content-Type-Options"] = "nosniff"
    return response
