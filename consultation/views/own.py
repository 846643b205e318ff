"""Pages for the author alone, reached by a signed link."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from consultation.forms import WordsForm
from consultation.policies import may_change_own, may_confirm
from consultation.records import Contribution
from consultation.selectors.desk import moderation_due
from consultation.selectors.showing import provision_name
from consultation.services import confirm_contribution, edit_own_comment, withdraw_contribution
from consultation.views.finding import frame
from portal.accounts.errors import LinkNotValid, Refusal
from portal.accounts.links import read_signed, sign
from portal.work.clock import database_now


@never_cache
@require_safe
def receipt(request: HttpRequest, number: int, token: str) -> HttpResponse:
    """The acknowledgement. Its link only shows: whoever sent the form has not proved the address yet."""
    contribution = _contribution("consultation.receipt", number, token)
    if contribution is None:
        return _not_valid(request)
    return render(request, "consultation/receipt.html", _told(contribution, _("Receipt")))


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: HttpRequest, number: int, token: str) -> HttpResponse:
    """The page of the link in the letter. Opening it does nothing: mail scanners open links too."""
    contribution = _contribution("consultation.confirm", number, token)
    if contribution is None:
        return _not_valid(request)
    refusal = None
    if request.method == "POST":
        try:
            confirm_contribution(contribution=contribution)
        except Refusal as reason:
            refusal = reason.message
        else:
            return redirect("consultation:receipt", number, sign("consultation.receipt", contribution.pk))
    elif contribution.is_confirmed:
        return redirect("consultation:receipt", number, sign("consultation.receipt", contribution.pk))
    told = _told(contribution, _("Confirm your address"))
    may = may_confirm(contribution, told["now"])
    return render(
        request,
        "consultation/confirm.html",
        told | {"refusal": refusal, "may_confirm": may},
        status=422 if refusal else 200,
    )


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def manage(request: HttpRequest, number: int, token: str) -> HttpResponse:
    """Change or withdraw one's own comment, until closing."""
    contribution = _contribution("consultation.manage", number, token)
    if contribution is None:
        return _not_valid(request)
    told = _told(contribution, _("Your comment"))
    comment = told["comment"]
    initial = {"text": comment.text, "proposed_wording": comment.proposed_wording, "language": comment.language}
    form, refusal = WordsForm(initial=initial), None
    if request.method == "POST":
        try:
            if "withdraw" in request.POST:
                withdraw_contribution(contribution=contribution)
                return redirect(request.path)
            form = WordsForm(request.POST)
            if form.is_valid():
                edit_own_comment(comment=comment, **form.cleaned_data)
                return redirect("consultation:receipt", number, sign("consultation.receipt", contribution.pk))
        except Refusal as reason:
            refusal = reason.message
            if form.is_bound:
                form.add_error(None, str(refusal))
    return render(
        request,
        "consultation/manage.html",
        told | {"form": form, "refusal": refusal, "may_change": may_change_own(contribution, told["now"])},
        status=422 if refusal or form.errors else 200,
    )


def _contribution(purpose: str, number: int, token: str) -> Contribution | None:
    try:
        key = read_signed(purpose, token)
    except LinkNotValid:
        return None
    return (
        Contribution.objects.filter(pk=key, consultation__number=number)
        .select_related("consultation__institution", "participant", "category")
        .prefetch_related("consultation__pages__locale", "comments__provision__version")
        .first()
    )


def _told(contribution: Contribution, step: str) -> dict[str, Any]:
    consultation = contribution.consultation
    comment = contribution.comments.all()[0]
    comment.contribution = contribution
    now = database_now()
    provision = comment.provision
    return frame(consultation, (step, "")) | {
        "contribution": contribution,
        "comment": comment,
        "on_name": provision_name(provision) if provision else _("The whole text"),
        "on_url": reverse(
            "consultation:provision", args=[consultation.number, provision.version.number, provision.anchor]
        )
        if provision
        else reverse("consultation:consultation", args=[consultation.number]),
        "masked_email": masked(contribution.participant.email) if contribution.participant else "",
        "read_by": moderation_due(contribution),
        "now": now,
    }


def masked(email: str) -> str:
    """Enough to recognise one's own address, too little to learn another's."""
    name, at, domain = email.partition("@")
    return f"{name[:1]}…{at}{domain}"


def _not_valid(request: HttpRequest) -> HttpResponse:
    return render(request, "consultation/link_not_valid.html", {"message": LinkNotValid.message}, status=404)
