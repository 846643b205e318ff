"""The desk's screens for documents, notices given elsewhere, public meetings, and handing over."""

from typing import Any

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from consultation.forms import DocumentForm, HandOverForm, MeetingForm, NoticeForm
from consultation.records import NoticeGiven
from consultation.services import hand_over, lay_ready, pack_notice, take_away
from consultation.views.desk import chrome, consultation_by_key, form_page
from consultation.views.guards import done, for_coordinators, posted

KINDS: dict[str, tuple[type[Any], Any]] = {
    "document": (DocumentForm, gettext_lazy("Document")),
    "notice": (NoticeForm, gettext_lazy("Notice given elsewhere")),
    "meeting": (MeetingForm, gettext_lazy("Public meeting")),
}


@for_coordinators
@require_safe
def beside(request: HttpRequest, pk: int) -> HttpResponse:
    """All that stands beside the draft, on one screen."""
    consultation = consultation_by_key(pk)
    return render(
        request,
        "consultation/admin/beside.html",
        chrome(consultation, _("Documents, notices, meetings"))
        | {
            "documents": consultation.documents.all(),
            "notices": consultation.notices_given.all(),
            "meetings": consultation.meetings.all(),
        },
    )


@for_coordinators
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest, pk: int, kind: str) -> HttpResponse:
    form_class, name = _kind(kind)
    model = form_class._meta.model
    return _form(request, form_class, model(consultation=consultation_by_key(pk)), str(name))


@for_coordinators
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    form_class, name = _kind(kind)
    return _form(request, form_class, _record(form_class, pk), str(name))


@for_coordinators
@require_POST
def remove(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    record = _record(_kind(kind)[0], pk)
    take_away(record=record, by=request.user)
    messages.success(request, _("It is removed."))
    return redirect("consultation_desk:beside", record.consultation_id)


@never_cache
@for_coordinators
@require_safe
def proof(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The proof of a notice, for those who keep the file of a consultation."""
    notice = get_object_or_404(NoticeGiven, pk=pk)
    if not notice.proof:
        raise Http404
    return FileResponse(notice.proof.open(), as_attachment=True, filename=notice.proof.name.rpartition("/")[2])


@never_cache
@for_coordinators
@require_safe
def pack(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Everything that the public register asks for, in one file."""
    consultation = consultation_by_key(pk)
    return FileResponse(
        pack_notice(consultation=consultation),
        as_attachment=True,
        filename=f"{consultation.number}-{consultation.code}.zip",
        content_type="application/zip",
    )


@for_coordinators
@require_http_methods(["GET", "POST"])
def handing_over(request: HttpRequest, pk: int) -> HttpResponse:
    consultation = consultation_by_key(pk)
    form = HandOverForm(posted(request), consultation=consultation)
    if form.is_valid() and done(
        form, lambda: hand_over(consultation=consultation, to=form.cleaned_data["to"], by=request.user)
    ):
        messages.success(request, _("The consultation is handed over, and the colleague is written to."))
        return redirect("consultation_desk:desk", pk)
    return form_page(request, consultation, form, _("Hand over"))


def _kind(kind: str) -> tuple[type[Any], Any]:
    try:
        return KINDS[kind]
    except KeyError as unknown:
        raise Http404 from unknown


def _record(form_class: type[Any], pk: int) -> Any:
    return get_object_or_404(form_class._meta.model._default_manager.select_related("consultation"), pk=pk)


def _form(request: HttpRequest, form_class: type[Any], record: Any, name: str) -> HttpResponse:
    form = form_class(posted(request), request.FILES or None, instance=record)
    if form.is_valid() and done(form, lambda: lay_ready(record=form.instance, by=request.user)):
        messages.success(request, _("It is kept."))
        return redirect("consultation_desk:beside", record.consultation_id)
    return form_page(request, record.consultation, form, name)
