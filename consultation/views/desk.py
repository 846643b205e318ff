"""The coordinator's desk of one consultation: where it stands, and the deeds of its life."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from consultation import policies
from consultation.forms import ExtensionForm, ReasonForm
from consultation.records import Consultation, ConsultationComment
from consultation.selectors import awaiting_answer, comment_counts, title_of
from consultation.selectors.versions import version_in_work
from consultation.services import (
    announce_consultation,
    cancel_consultation,
    close_answers,
    extend_deadline,
)
from consultation.views.guards import done, for_coordinators, for_desk, posted
from portal.accounts.errors import Refusal
from portal.work.clock import database_now

ICON = "comment"


def consultation_by_key(pk: int) -> Consultation:
    return get_object_or_404(
        Consultation.objects.select_related("institution", "coordinator").prefetch_related("pages__locale"), pk=pk
    )


@for_desk
@require_safe
def desk(request: HttpRequest, pk: int) -> HttpResponse:
    consultation = consultation_by_key(pk)
    now = database_now()
    user = request.user
    return render(
        request,
        "consultation/admin/desk.html",
        chrome(consultation)
        | {
            "state": consultation.state(now),
            "counts": comment_counts(consultation),
            "waiting": ConsultationComment.objects.awaiting_moderation().filter(consultation=consultation).count(),
            "unanswered": awaiting_answer(consultation).count(),
            "changes": consultation.deadline_changes.select_related("decided_by"),
            "versions": consultation.versions.all(),
            "may_coordinate": policies.may_coordinate(user),
            "may_moderate": policies.may_moderate(user),
            "may_announce": policies.may_announce(user, consultation),
            "may_begin_version": policies.may_begin_version(user, consultation) and not version_in_work(consultation),
            "may_extend": policies.may_extend(user, consultation, now),
            "may_cancel": policies.may_cancel(user, consultation),
            "may_close_answers": policies.may_close_answers(user, consultation, now),
        },
    )


@for_coordinators
@require_POST
def announce(request: HttpRequest, pk: int) -> HttpResponse:
    return _act(
        request,
        pk,
        lambda consultation: announce_consultation(consultation=consultation, by=request.user),
        _("The consultation is announced, and its pages are public."),
    )


@for_coordinators
@require_POST
def finish_answers(request: HttpRequest, pk: int) -> HttpResponse:
    return _act(
        request,
        pk,
        lambda consultation: close_answers(consultation=consultation, by=request.user),
        _("Every comment has its answer; the consultation is marked as answered."),
    )


@for_coordinators
@require_http_methods(["GET", "POST"])
def extend(request: HttpRequest, pk: int) -> HttpResponse:
    consultation = consultation_by_key(pk)
    form = ExtensionForm(posted(request), initial={"working_days": consultation.working_days})
    if form.is_valid() and done(
        form, lambda: extend_deadline(consultation=consultation, by=request.user, **form.cleaned_data)
    ):
        messages.success(request, _("The deadline is moved. Everyone who took part is written to."))
        return redirect("consultation_desk:desk", pk)
    return form_page(request, consultation, form, _("Extend the deadline"))


@for_coordinators
@require_http_methods(["GET", "POST"])
def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    consultation = consultation_by_key(pk)
    form = ReasonForm(posted(request))
    if form.is_valid() and done(
        form, lambda: cancel_consultation(consultation=consultation, by=request.user, **form.cleaned_data)
    ):
        messages.success(request, _("The consultation is cancelled; the reason stands on its page."))
        return redirect("consultation_desk:desk", pk)
    return form_page(request, consultation, form, _("Cancel the consultation"))


def chrome(consultation: Consultation, *steps: str) -> dict[str, Any]:
    """The title and the way back, as Wagtail's own screens have them."""
    title = title_of(consultation)
    desk_url = reverse("consultation_desk:desk", args=[consultation.pk])
    trail = [
        {"url": reverse("consultation_desk:index"), "label": _("Consultations")},
        {"url": desk_url, "label": title},
    ]
    trail += [{"url": "", "label": step} for step in steps]
    trail[-1]["url"] = ""
    return {
        "consultation": consultation,
        "header_title": steps[-1] if steps else title,
        "header_icon": ICON,
        "breadcrumbs_items": trail,
    }


def form_page(request: HttpRequest, consultation: Consultation, form: Any, title: str, **more: Any) -> HttpResponse:
    return render(
        request,
        "consultation/admin/form.html",
        chrome(consultation, title)
        | {"form": form, "back": reverse("consultation_desk:desk", args=[consultation.pk]), "deed": title}
        | more,
        status=422 if form.errors else 200,
    )


def _act(request: HttpRequest, pk: int, deed: Callable[[Consultation], object], words: str) -> HttpResponse:
    try:
        deed(consultation_by_key(pk))
    except Refusal as refusal:
        messages.error(request, str(refusal.message))
    else:
        messages.success(request, words)
    return redirect("consultation_desk:desk", pk)
