from datetime import timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from consultation.errors import ConsultationClosed
from consultation.forms import CommentForm
from consultation.records import Consultation, Provision
from consultation.selectors.reading import provision_label, provision_url
from consultation.selectors.showing import provision_name
from consultation.services import submit_comment
from consultation.views.finding import consultation_or_404, frame, provision_or_404
from consultation.views.guards import posted
from portal.accounts.errors import Refusal, TooOften
from portal.accounts.limits import check_limit, check_request_limit
from portal.accounts.links import sign
from portal.languages.enums import active_language
from portal.work.clock import database_now

HOUR = timedelta(hours=1)
A_SENDER_MAY = 240
"""An hour. A hall full of people behind one address sends as many in a workshop."""

AN_ADDRESS_MAY = 30


@require_http_methods(["GET", "HEAD", "POST"])
def comment_on_provision(request: HttpRequest, number: int, version: int, anchor: str) -> HttpResponse:
    consultation = consultation_or_404(request, number)
    return _comment(request, consultation, provision_or_404(consultation, version, anchor))


@require_http_methods(["GET", "HEAD", "POST"])
def comment_on_whole(request: HttpRequest, number: int) -> HttpResponse:
    return _comment(request, consultation_or_404(request, number), None)


def _comment(request: HttpRequest, consultation: Consultation, provision: Provision | None) -> HttpResponse:
    back = (
        provision_url(consultation, provision)
        if provision
        else reverse("consultation:consultation", args=[consultation.number])
    )
    if request.method != "POST" and not consultation.is_open(database_now()):
        return redirect(back)
    form = CommentForm(posted(request))
    status, wait = 200, 0
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                return redirect(_sent(request, consultation, provision, form))
            except ConsultationClosed:
                return _closed_while_writing(request, consultation, provision, form)
            except TooOften as refusal:
                form.add_error(None, str(refusal.message))
                status, wait = 429, refusal.seconds
            except Refusal as refusal:
                form.add_error(None, str(refusal.message))
    label = provision_label(provision) if provision else _("The whole text")
    response = render(
        request,
        "consultation/comment_form.html",
        frame(consultation, (label, back), (_("Comment"), ""))
        | {
            "form": form,
            "provision": provision,
            "label": label,
            "name": provision and provision_name(provision),
            "back": back,
        },
        status=status,
    )
    if wait:
        response["Retry-After"] = str(wait)
    return response


def _sent(request: HttpRequest, consultation: Consultation, provision: Provision | None, form: CommentForm) -> str:
    """Send the comment; return where its receipt is."""
    check_request_limit("consultation.comment", request, A_SENDER_MAY, HOUR)
    check_limit("consultation.comment.address", form.author.email.lower(), AN_ADDRESS_MAY, HOUR)
    data: dict[str, Any] = form.cleaned_data
    contribution = submit_comment(
        consultation=consultation,
        provision=provision,
        author=form.author,
        text=data["text"],
        proposed_wording=data["proposed_wording"],
        language=data["language"],
        form_key=data["form_key"] or None,
    )
    token = sign("consultation.receipt", contribution.pk)
    return reverse("consultation:receipt", args=[consultation.number, token])


def _closed_while_writing(
    request: HttpRequest, consultation: Consultation, provision: Provision | None, form: CommentForm
) -> HttpResponse:
    """Too late, and nothing lost: the words are given back to be kept or sent to the coordinator."""
    return render(
        request,
        "consultation/closed_while_writing.html",
        frame(consultation, (_("Closed"), ""))
        | {
            "text": form.cleaned_data["text"],
            "wording": form.cleaned_data["proposed_wording"],
            "written_in": form.cleaned_data["language"],
            "here": active_language(),
            "name": provision_name(provision) if provision else _("The whole text"),
        },
        status=422,
    )
