"""The report: written and mended on the desk, read by the public once it is out."""

from typing import IO, Any

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from consultation.enums import Decision
from consultation.forms.reporting import ReportForm
from consultation.records import Consultation, ConsultationReport
from consultation.selectors.report import decisions_in, figures_of
from consultation.selectors.report_paper import by_channel, counted, report_paper
from consultation.selectors.report_words import spoken
from consultation.services.report import edit_report, publish_report, write_report
from consultation.views.desk import chrome, consultation_by_key
from consultation.views.finding import consultation_or_404, frame
from consultation.views.guards import done, for_coordinators, posted
from consultation.views.matrix import spooled
from consultation.working_days import day_of
from portal.accounts.errors import Refusal
from portal.delivery.papers import DOCX, PDF, write_docx, write_pdf
from portal.work.clock import database_now

KINDS = {"pdf": PDF, "docx": DOCX}


@require_safe
def report(request: HttpRequest, number: int) -> HttpResponse:
    found = consultation_or_404(request, number)
    one = _published(found)
    return render(
        request,
        "consultation/report.html",
        frame(found, (_("Report"), "")) | {"report": one} | shown_figures(one.figures) | {"files": _files(found)},
    )


@require_safe
def report_file(request: HttpRequest, number: int, kind: str) -> HttpResponseBase:
    found = consultation_or_404(request, number)
    one = _published(found)
    if kind not in KINDS:
        raise Http404
    return _paper(found, one, kind)


def shown_figures(figures: dict[str, Any]) -> dict[str, Any]:
    """The tables of the report as components/table.html takes them."""
    return {
        "columns_counted": [_("What is counted"), _("Number"), _("What it means")],
        "columns_categories": [_("Category"), _("Commenters"), _("Comments")],
        "columns_channels": [_("Channel"), _("Comments")],
        "columns_decisions": [_("Decision"), _("Issues"), _("Comments")],
        "counted": [{"cells": row} for row in counted(figures)],
        "categories": [
            {"cells": (spoken(each, "name"), str(each["commenters"]), str(each["comments"]))}
            for each in figures["part"]["categories"]
        ],
        "channels": [{"cells": row} for row in by_channel(figures)],
        "decisions": [
            {"cells": (str(each.label), str(issues), str(comments))}
            for each, issues, comments in decisions_in(figures["issues"])
        ],
        "issues": [
            {
                "number": issue["number"],
                "title": spoken(issue, "title"),
                "verdict": str(Decision(issue["decision"]).label),
                "reason": spoken(issue, "reason"),
                "changed": spoken(issue, "changed"),
                "count": len(issue["comments"]),
            }
            for issue in figures["issues"]
        ],
    }


@for_coordinators
@require_http_methods(["GET", "POST"])
def desk_report(request: HttpRequest, pk: int) -> HttpResponse:
    """The coordinator's screen: the sentences to mend, the figures as they stand now."""
    consultation = consultation_by_key(pk)
    one = ConsultationReport.objects.filter(consultation=consultation).first()
    form = ReportForm(posted(request), instance=one) if one is not None and not one.is_frozen else None
    if form is not None and form.is_valid():
        words = form.cleaned_data
        if done(form, lambda: edit_report(consultation=consultation, by=request.user, **words)):
            messages.success(request, _("The report is saved."))
            return redirect("consultation_desk:report", pk)
    figures = one.figures if one is not None and one.is_frozen else figures_of(consultation)
    return render(
        request,
        "consultation/admin/report.html",
        chrome(consultation, _("Report"))
        | {"report": one, "form": form, "counted": counted(figures), "issues": len(figures["issues"])},
        status=422 if form is not None and form.errors else 200,
    )


@for_coordinators
@require_POST
def write(request: HttpRequest, pk: int) -> HttpResponse:
    return _act(request, pk, write_report, _("The report is written from the data. Read it through and mend it."))


@for_coordinators
@require_POST
def publish(request: HttpRequest, pk: int) -> HttpResponse:
    return _act(request, pk, publish_report, _("The report is published. Everyone who contributed is written to."))


@never_cache
@for_coordinators
@require_safe
def draft_file(request: HttpRequest, pk: int, kind: str) -> HttpResponseBase:
    """The report as it would leave now, to be read before it does."""
    consultation = consultation_by_key(pk)
    one = ConsultationReport.objects.filter(consultation=consultation).first()
    if one is None or kind not in KINDS:
        raise Http404
    if not one.is_frozen:
        one.figures = figures_of(consultation)
    return _paper(consultation, one, kind)


def _act(request: HttpRequest, pk: int, deed: Any, words: str) -> HttpResponse:
    try:
        deed(consultation=consultation_by_key(pk), by=request.user)
    except Refusal as refusal:
        messages.error(request, str(refusal.message))
    else:
        messages.success(request, words)
    return redirect("consultation_desk:report", pk)


def _published(consultation: Consultation) -> ConsultationReport:
    found = ConsultationReport.objects.filter(consultation=consultation, published_at__isnull=False).first()
    if found is None:
        raise Http404
    return found


def _files(consultation: Consultation) -> list[dict[str, str]]:
    return [
        {
            "name": _("Report"),
            "url": reverse("consultation:report_file", args=[consultation.number, kind]),
            "kind": kind.upper(),
        }
        for kind in KINDS
    ]


def _paper(consultation: Consultation, one: ConsultationReport, kind: str) -> FileResponse:
    paper = report_paper(consultation, one)
    content: IO[bytes] = (
        write_docx(paper) if kind == "docx" else spooled([write_pdf(paper, day_of(one.published_at or database_now()))])
    )
    return FileResponse(
        content,
        content_type=KINDS[kind],
        as_attachment=True,
        filename=f"{_('report')}-{consultation.number}.{kind}",
    )
