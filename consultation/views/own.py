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
from consultation.records import ConsultationComment, Contribution
from consultation.selectors.comments import public_answers_prefetch
from consultation.selectors.desk import moderation_due
from consultation.selectors.showing import comment_target
from consultation.services import (
    confirm_contribution,
    disown_contribution,
    edit_own_comment,
    withdraw_comment,
    withdraw_contribution,
)
from consultation.views.finding import frame
from portal.accounts.errors import LinkNotValid, Refusal
from portal.accounts.links import read_signed, sign
from portal.work.clock import database_now


@never_cache
@require_safe
def receipt(request: HttpRequest, number: int, token: str) -> HttpResponse:
    """The acknowledgement. Its link only shows: whoever sent the form has not proved the address yet."""
    contribution = contribution_by("consultation.receipt", number, token)
    if contribution is None:
        return not_valid(request)
    told = told_of(contribution, _("Receipt"))
    return render(request, "consultation/receipt.html", told | {"token": token})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: HttpRequest, number: int, token: str) -> HttpResponse:
    """The page of the link in the letter. Opening it does nothing: mail scanners open links too."""
    contribution = contribution_by("consultation.confirm", number, token)
    if contribution is None:
        return not_valid(request)
    refusal = None
    if request.method == "POST":
        try:
            confirm_contribution(contribution=contribution)
        except Refusal as reason:
            refusal = reason.message
        else:
            return _to_receipt(contribution)
    elif contribution.is_confirmed:
        return _to_receipt(contribution)
    told = told_of(contribution, _("Confirm your address"))
    may = may_confirm(contribution, told["now"])
    return render(
        request,
        "consultation/confirm.html",
        told | {"refusal": refusal, "may_confirm": may},
        status=422 if refusal else 200,
    )


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def manage(request: HttpRequest, number: int, token: str, comment: int | None = None) -> HttpResponse:
    """Change or withdraw one's own comments, until closing: the only one at once, of several the one that was chosen."""
    contribution = contribution_by("consultation.manage", number, token)
    if contribution is None:
        return not_valid(request)
    told = told_of(contribution, _("Your comment")) | {"token": token, "refusal": None, "form": None}
    comments = told["comments"]
    one = next((each for each in comments if each.number == comment), None)
    if comment is not None and one is None:
        return not_valid(request)
    if one is None and len(comments) == 1:
        one = comments[0]
    told |= {"may_change": may_change_own(contribution, told["now"]), "comment": one, "is_one_of_many": bool(comment)}
    if one is not None:
        told["on_url"], told["on_name"] = comment_target(one)
        told["form"] = WordsForm(initial={name: getattr(one, name) for name in WordsForm.base_fields})
    if request.method == "POST":
        try:
            if "withdraw" in request.POST:
                _withdraw(contribution, one if comment else None)
                return redirect("consultation:manage", number, token)
            if one is not None:
                told["form"] = form = WordsForm(request.POST)
                if form.is_valid():
                    edit_own_comment(comment=one, **form.words)
                    return _to_receipt(contribution)
        except Refusal as reason:
            told["refusal"] = reason.message
            if told["form"] is not None and told["form"].is_bound:
                told["form"].add_error(None, str(reason.message))
    wrong = told["refusal"] or (told["form"] is not None and told["form"].errors)
    return render(request, "consultation/manage.html", told, status=422 if wrong else 200)


def _withdraw(contribution: Contribution, one: ConsultationComment | None) -> None:
    if one is not None:
        withdraw_comment(comment=one)
    else:
        withdraw_contribution(contribution=contribution)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def disown(request: HttpRequest, number: int, token: str) -> HttpResponse:
    """ "This was not me." Said by whoever holds the address; opening the page says nothing yet."""
    contribution = contribution_by("consultation.disown", number, token)
    if contribution is None:
        return not_valid(request)
    if request.method == "POST":
        disown_contribution(contribution=contribution)
        return redirect(request.path)
    return render(request, "consultation/disown.html", told_of(contribution, _("This was not me")))


def contribution_by(purpose: str, number: int, token: str) -> Contribution | None:
    try:
        key = read_signed(purpose, token)
    except LinkNotValid:
        return None
    return (
        Contribution.objects.filter(pk=key, consultation__number=number)
        .select_related("consultation__institution", "participant", "category")
        .prefetch_related("consultation__pages__locale", "files", "answers")
        .first()
    )


def told_of(contribution: Contribution, step: str) -> dict[str, Any]:
    """What all of an author's pages show. `on_name` says what a single comment is on, or how many there are."""
    consultation = contribution.consultation
    comments = list(
        contribution.comments.select_related("provision__version", "measure", "reply_to", "consultation")
        .prefetch_related(public_answers_prefetch())
        .order_by("number")
    )
    for comment in comments:
        comment.contribution = contribution
        comment.on_url, comment.on_name = comment_target(comment)  # type: ignore[attr-defined]
    home = reverse("consultation:consultation", args=[consultation.number])
    only = comments[0] if len(comments) == 1 else None
    return frame(consultation, (step, "")) | {
        "contribution": contribution,
        "comments": comments,
        "comment": only,
        "on_name": only.on_name if only is not None else "",  # type: ignore[attr-defined]
        "on_url": only.on_url if only is not None else home,  # type: ignore[attr-defined]
        "masked_email": masked(contribution.participant.email) if contribution.participant else "",
        "read_by": moderation_due(contribution),
        "now": database_now(),
    }


def masked(email: str) -> str:
    """Enough to recognise one's own address, too little to learn another's."""
    name, at, domain = email.partition("@")
    return f"{name[:1]}…{at}{domain}"


def _to_receipt(contribution: Contribution) -> HttpResponse:
    return redirect(
        "consultation:receipt", contribution.consultation.number, sign("consultation.receipt", contribution.pk)
    )


def not_valid(request: HttpRequest) -> HttpResponse:
    return render(request, "consultation/link_not_valid.html", {"message": LinkNotValid.message}, status=404)
