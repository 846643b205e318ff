"""The moderators' desk: what waits, one by one or many at once; what readers reported; translations of comments."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from consultation.forms import HideForm, TranslationForm
from consultation.records import ConsultationComment
from consultation.selectors import moderation_queue
from consultation.selectors.desk import moderated, open_reports
from consultation.selectors.ready_reasons import READY_REASONS, in_both_languages
from consultation.services import (
    accept_comment,
    hide_comment,
    part_from_group,
    settle_reports,
    translate_comment,
)
from consultation.views.desk import ICON
from consultation.views.guards import done, for_desk, for_moderators, posted
from portal.accounts.errors import Refusal

PER_PAGE = 25


@for_moderators
@require_safe
def queue(request: HttpRequest) -> HttpResponse:
    """What nobody has looked at yet, suspicious ones last; or what was published or hidden before."""
    state = request.GET.get("state", "")
    is_waiting = state not in ("accepted", "hidden")
    waiting = moderation_queue()
    shown: Any = waiting if is_waiting else moderated(state)
    return render(
        request,
        "consultation/admin/queue.html",
        chrome(_("Comments to moderate"))
        | {
            "queue": Paginator(shown, PER_PAGE).get_page(request.GET.get("p")),
            "found": len(waiting),
            "overdue": sum(1 for each in waiting if each.is_overdue),
            "state": state if not is_waiting else "",
            "is_waiting": is_waiting,
            "reports": open_reports().count(),
            "ready_reasons": READY_REASONS.items(),
        },
    )


@for_moderators
@require_POST
def accept(request: HttpRequest, pk: int) -> HttpResponse:
    try:
        accept_comment(comment=_comment(pk), by=request.user)
    except Refusal as refusal:
        messages.error(request, str(refusal.message))
    else:
        messages.success(request, _("The comment is published, and its author is told."))
    return redirect("consultation_desk:queue")


@for_moderators
@require_POST
def decide_many(request: HttpRequest) -> HttpResponse:
    """Publish or hide all that were marked. Each is a deed of its own: one that is refused stops no other."""
    reason = request.POST.get("ready", "")
    hides = "hide" in request.POST
    if hides and reason not in READY_REASONS:
        messages.error(request, _("Choose the reason for which the marked comments are hidden."))
        return redirect("consultation_desk:queue")
    keys = [key for key in request.POST.getlist("comment") if key.isdecimal()][: 4 * PER_PAGE]
    count = 0
    for comment in ConsultationComment.objects.filter(pk__in=keys):
        try:
            if hides:
                hide_comment(comment=comment, by=request.user, **in_both_languages(reason))
            else:
                accept_comment(comment=comment, by=request.user)
            count += 1
        except Refusal as refusal:
            messages.error(request, f"{comment.number}: {refusal.message}")
    if hides:
        words = ngettext("%(n)d comment is hidden.", "%(n)d comments are hidden.", count)
    else:
        words = ngettext("%(n)d comment is published.", "%(n)d comments are published.", count)
    if count:
        messages.success(request, words % {"n": count})
    elif not keys:
        messages.warning(request, _("No comment was marked."))
    return redirect("consultation_desk:queue")


@for_moderators
@require_http_methods(["GET", "POST"])
def hide(request: HttpRequest, pk: int) -> HttpResponse:
    comment = _comment(pk)
    form = HideForm(posted(request))
    if form.is_valid() and done(form, lambda: hide_comment(comment=comment, by=request.user, **form.reasons)):
        messages.success(request, _("The comment is hidden, and its author is told the reason."))
        return redirect("consultation_desk:queue")
    return render(
        request,
        "consultation/admin/hide.html",
        chrome(_("Hide a comment"), is_below=True)
        | {"comment": comment, "form": form, "events": comment.moderation_events.select_related("by")},
        status=422 if form.errors else 200,
    )


@for_moderators
@require_POST
def part(request: HttpRequest, pk: int) -> HttpResponse:
    part_from_group(comment=_comment(pk), by=request.user)
    messages.success(request, _("The comment is shown by itself."))
    return redirect("consultation_desk:queue")


@for_moderators
@require_safe
def reports(request: HttpRequest) -> HttpResponse:
    """What readers reported, the oldest first."""
    return render(
        request,
        "consultation/admin/reports.html",
        chrome(_("Reported comments"), is_below=True)
        | {"reports": Paginator(open_reports(), PER_PAGE).get_page(request.GET.get("p"))},
    )


@for_moderators
@require_POST
def settle(request: HttpRequest, pk: int) -> HttpResponse:
    settle_reports(comment=_comment(pk), by=request.user)
    messages.success(request, _("The comment stays, and what was reported of it is settled."))
    return redirect("consultation_desk:reports")


@for_desk
@require_http_methods(["GET", "POST"])
def translate(request: HttpRequest, pk: int) -> HttpResponse:
    comment = _comment(pk)
    language = "en" if comment.language == "sq" else "sq"
    given = comment.translations.filter(language=request.GET.get("language", language)).first()
    initial = {"language": language}
    if given is not None:
        initial = {name: getattr(given, name) for name in TranslationForm.base_fields}
    form = TranslationForm(posted(request), initial=initial)
    if form.is_valid() and done(form, lambda: translate_comment(comment=comment, by=request.user, **form.cleaned_data)):
        messages.success(request, _("The translation stands beside the comment, marked as made by the staff."))
        return redirect("consultation_desk:translate_comment", pk)
    return render(
        request,
        "consultation/admin/translate.html",
        chrome(_("Translate a comment"), is_below=True) | {"comment": comment, "form": form},
        status=422 if form.errors else 200,
    )


def chrome(title: str, *, is_below: bool = False) -> dict[str, Any]:
    above = [{"url": reverse("consultation_desk:queue"), "label": _("Comments to moderate")}] if is_below else []
    return {
        "header_title": title,
        "header_icon": ICON,
        "breadcrumbs_items": [*above, {"url": "", "label": title}],
    }


def _comment(pk: int) -> ConsultationComment:
    return get_object_or_404(
        ConsultationComment.objects.select_related(
            "consultation",
            "contribution__category",
            "contribution__participant",
            "provision",
            "measure",
            "reply_to",
            "same_as",
        ),
        pk=pk,
    )
