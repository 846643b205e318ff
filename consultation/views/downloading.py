"""Files that readers take with them."""

import io

from django.http import FileResponse, Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from consultation.records import SuppliedDocument
from consultation.selectors.draft_paper import draft_paper
from consultation.selectors.versions import published_versions
from consultation.views.finding import consultation_or_404
from portal.delivery.papers import DOCX, PDF, write_docx, write_pdf
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


@require_safe
def draft_file(request: HttpRequest, number: int, version: int, kind: str) -> HttpResponseBase:
    """A draft to take away, in the reader's language: as tagged PDF or as Word."""
    consultation = consultation_or_404(request, number)
    found = published_versions(consultation).filter(number=version).first()
    if found is None or kind not in {"pdf", "docx"}:
        raise Http404
    paper = draft_paper(consultation, found)
    name = f"{slugify(paper.title)[:60].strip('-')}-{version}.{kind}"
    if kind == "docx":
        return FileResponse(write_docx(paper), as_attachment=True, filename=name, content_type=DOCX)
    return FileResponse(
        io.BytesIO(write_pdf(paper, timezone.localdate())), as_attachment=True, filename=name, content_type=PDF
    )
