"""The moderators' queue: one comment after the other, accepted or hidden with a reason."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from consultation.forms import ReasonForm
from consultation.records import ConsultationComment
from consultation.selectors import moderation_queue
from consultation.services import accept_comment, hide_comment
from consultation.views.desk import ICON
from consultation.views.guards import done, for_moderators, posted
from portal.accounts.errors import Refusal

PER_PAGE = 25


@for_moderators
@require_safe
def queue(request: HttpRequest) -> HttpResponse:
    waiting = moderation_queue()
    return render(
        request,
        "consultation/admin/queue.html",
        {
            "queue": Paginator(waiting, PER_PAGE).get_page(request.GET.get("p")),
            "found": len(waiting),
            "overdue": sum(1 for each in waiting if each.is_overdue),
            "header_title": _("Comments to moderate"),
            "header_icon": ICON,
            "breadcrumbs_items": [{"url": "", "label": _("Comments to moderate")}],
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
@require_http_methods(["GET", "POST"])
def hide(request: HttpRequest, pk: int) -> HttpResponse:
    comment = _comment(pk)
    form = ReasonForm(posted(request))
    if form.is_valid() and done(form, lambda: hide_comment(comment=comment, by=request.user, **form.cleaned_data)):
        messages.success(request, _("The comment is hidden, and its author is told the reason."))
        return redirect("consultation_desk:queue")
    return render(
        request,
        "consultation/admin/hide.html",
        {
            "comment": comment,
            "form": form,
            "events": comment.moderation_events.select_related("by"),
            "header_title": _("Hide a comment"),
            "header_icon": ICON,
            "breadcrumbs_items": [
                {"url": reverse("consultation_desk:queue"), "label": _("Comments to moderate")},
                {"url": "", "label": _("Hide a comment")},
            ],
        },
        status=422 if form.errors else 200,
    )


def _comment(pk: int) -> ConsultationComment:
    return get_object_or_404(
        ConsultationComment.objects.select_related(
            "consultation", "contribution__category", "contribution__participant", "provision"
        ),
        pk=pk,
    )
