"""The answers of a consultation: read on a page, or taken away."""

import tempfile
from collections.abc import Callable, Iterable
from typing import IO

from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from consultation.records import Consultation, ConsultationComment
from consultation.selectors import awaiting_answer
from consultation.selectors.matrix import filtered_issues, matrix_facets, shown_issue
from consultation.selectors.matrix_files import matrix_json, matrix_paper, matrix_table
from consultation.selectors.showing import shown_comment
from consultation.views.finding import consultation_or_404, frame
from consultation.working_days import day_of
from portal.delivery.papers import DOCX, PDF, write_docx, write_pdf
from portal.delivery.spreadsheets import IN_MEMORY, XLSX, write_xlsx
from portal.work.clock import database_now

ISSUES_PER_PAGE = 20
MOST_PRINTED = 800
JSON = "application/json"


@require_safe
def matrix(request: HttpRequest, number: int) -> HttpResponse:
    """Every published answer with the comments it answers; filtered by decision and provision."""
    found = consultation_or_404(request, number)
    decisions, provisions = request.GET.getlist("decision"), request.GET.getlist("provision")
    page = Paginator(filtered_issues(found, decisions, provisions), ISSUES_PER_PAGE).get_page(request.GET.get("page"))
    shown = [
        {"issue": one, "comments": [shown_comment(each, names_target=True, answered=False) for each in one.first]}
        for one in (shown_issue(issue, found) for issue in page.object_list)
    ]
    here = reverse("consultation:matrix", args=[number])
    return render(
        request,
        "consultation/matrix.html",
        frame(found, (_("The answers"), ""))
        | {
            "issues": page,
            "shown": shown,
            "groups": matrix_facets(found, decisions, provisions),
            "filtered": bool(decisions or provisions),
            "waiting": awaiting_answer(found).count(),
            "here": here,
            "files": [
                {
                    "name": _("The answers"),
                    "url": reverse("consultation:matrix_file", args=[number, kind]),
                    "kind": label,
                }
                for kind, label in (("xlsx", "XLSX"), ("docx", "DOCX"), ("pdf", "PDF"), ("json", "JSON"))
            ],
        },
    )


@require_safe
def matrix_file(request: HttpRequest, number: int, kind: str) -> HttpResponseBase:
    found = consultation_or_404(request, number)
    if kind not in FILES:
        raise Http404
    media_type, write = FILES[kind]
    return FileResponse(
        write(found), content_type=media_type, as_attachment=True, filename=f"{_('answers')}-{found.number}.{kind}"
    )


def _xlsx(consultation: Consultation) -> IO[bytes]:
    return write_xlsx((_("Answers"), matrix_table(consultation)))


def _docx(consultation: Consultation) -> IO[bytes]:
    return write_docx(matrix_paper(consultation))


def _pdf(consultation: Consultation) -> IO[bytes]:
    """Typesetting holds the whole paper in memory: beyond a certain number, comments are named and not printed."""
    many = ConsultationComment.objects.published().filter(consultation=consultation).count() > MOST_PRINTED
    return spooled([write_pdf(matrix_paper(consultation, cites_only=many), day_of(database_now()))])


def _json(consultation: Consultation) -> IO[bytes]:
    return spooled(matrix_json(consultation))


FILES: dict[str, tuple[str, Callable[[Consultation], IO[bytes]]]] = {
    "xlsx": (XLSX, _xlsx),
    "docx": (DOCX, _docx),
    "pdf": (PDF, _pdf),
    "json": (JSON, _json),
}


def spooled(pieces: Iterable[bytes]) -> IO[bytes]:
    """Written whole before it is sent, in the reader's language, and on disk where it is long."""
    content = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 - the response closes it
    for piece in pieces:
        content.write(piece)
    content.seek(0)
    return content
