"""What law 146/2014 asks for besides the consultation itself: the way to complain, the adopted act, the yearly figures."""

from typing import Any

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from consultation.forms.adopting import AdoptionForm
from consultation.selectors.complaint import SOURCES, complaint_route
from consultation.selectors.reading import list_url
from consultation.selectors.yearly import YearFigures, told_figures, yearly_figures
from consultation.services.adopt import note_adoption
from consultation.services.dossier import make_dossier
from consultation.views.desk import ICON, consultation_by_key, form_page
from consultation.views.finding import consultation_or_404, frame
from consultation.views.guards import done, for_coordinators, posted
from consultation.working_days import day_of
from portal.work.clock import database_now


@require_safe
def complaint(request: HttpRequest, number: int) -> HttpResponse:
    """Whom to complain to, until when, how. It follows the adoption of the act."""
    found = consultation_or_404(request, number)
    route = complaint_route(found, day_of(database_now()))
    return render(
        request,
        "consultation/complaint.html",
        frame(found, (_("How to complain"), "")) | {"route": route, "sources": SOURCES},
    )


@require_safe
def yearly(request: HttpRequest) -> HttpResponse:
    return render(request, "consultation/yearly.html", _told(yearly_figures()) | {"list_url": list_url()})


@require_safe
def yearly_json(request: HttpRequest) -> HttpResponse:
    return JsonResponse(told_figures(database_now()), json_dumps_params={"ensure_ascii": False})


@for_coordinators
@require_safe
def desk_yearly(request: HttpRequest) -> HttpResponse:
    title = _("Yearly figures of the law")
    return render(
        request,
        "consultation/admin/yearly.html",
        _told(yearly_figures())
        | {"header_title": title, "header_icon": ICON, "breadcrumbs_items": [{"url": "", "label": title}]},
    )


@for_coordinators
@require_http_methods(["GET", "POST"])
def adopted(request: HttpRequest, pk: int) -> HttpResponse:
    consultation = consultation_by_key(pk)
    form = AdoptionForm(posted(request), instance=consultation)
    if form.is_valid() and done(
        form, lambda: note_adoption(consultation=consultation, by=request.user, **form.cleaned_data)
    ):
        messages.success(request, _("The adopted act is noted; the days for a complaint count from its date."))
        return redirect("consultation_desk:desk", pk)
    return form_page(request, consultation, form, _("Note the adopted act"))


@never_cache
@for_coordinators
@require_POST
def dossier(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Everything in one ZIP, to keep: made on request, noted in the journal."""
    consultation = consultation_by_key(pk)
    return FileResponse(
        make_dossier(consultation=consultation, by=request.user),
        content_type="application/zip",
        as_attachment=True,
        filename=f"dossier-{consultation.number}.zip",
    )


def _told(years: list[YearFigures]) -> dict[str, Any]:
    return {
        "columns": [
            _("Year"),
            _("Consultations announced"),
            _("Acts adopted"),
            _("Comments received"),
            _("Accepted"),
            _("Refused"),
            _("In part"),
            _("Neither"),
            _("Not answered yet"),
            _("Public meetings"),
        ],
        "years": [
            {
                "id": f"y{each.year}",
                "cells": [
                    str(each.year),
                    str(each.consultations),
                    str(each.acts),
                    str(each.received),
                    str(each.accepted),
                    str(each.refused),
                    str(each.partly),
                    str(each.neither),
                    str(each.unanswered),
                    str(each.meetings),
                ],
            }
            for each in years
        ],
    }
