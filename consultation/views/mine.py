"""What is somebody's own: all their comments, their receipt on paper, their invitation."""

from typing import Any

from allauth.account.models import EmailAddress
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from consultation.policies import may_change_own
from consultation.records import Contribution, Invitation
from consultation.selectors.mine import contributions_of, receipt_told
from consultation.selectors.showing import comment_url, target_name
from consultation.views.finding import frame
from consultation.views.knowing import INVITED
from consultation.views.own import contribution_by, not_valid
from consultation.working_days import day_of
from portal.accounts.errors import LinkNotValid
from portal.accounts.links import read_signed, sign
from portal.accounts.policies import is_member
from portal.delivery.papers import PDF, write_pdf
from portal.languages.enums import active_language
from portal.work.clock import database_now


@never_cache
@login_required
@require_safe
def my_comments(request: HttpRequest) -> HttpResponse:
    """Everything that came from the member's proved addresses, the latest first, with its state and answer."""
    assert is_member(request.user)
    proved = EmailAddress.objects.filter(user=request.user, verified=True).values_list("email", flat=True)
    now = database_now()
    told = [_told(each, now) for each in contributions_of(proved)]
    return render(request, "consultation/my_comments.html", {"contributions": told})


def _told(contribution: Contribution, now: Any) -> dict[str, Any]:
    number = contribution.consultation.number
    return {
        "contribution": contribution,
        "comments": [
            {"comment": each, "name": target_name(each), "url": comment_url(each), "answers": each.answered_issues}  # type: ignore[attr-defined]
            for each in contribution.comments.all()
        ],
        "receipt": (number, sign("consultation.receipt", contribution.pk)),
        "manage": (number, sign("consultation.manage", contribution.pk)) if may_change_own(contribution, now) else None,
    }


@never_cache
@require_safe
def receipt_paper(request: HttpRequest, number: int, token: str) -> HttpResponse:
    """The receipt as PDF, by the same link as the page: it shows no address."""
    contribution = contribution_by("consultation.receipt", number, token)
    if contribution is None:
        return not_valid(request)
    language = active_language()
    content = write_pdf(receipt_told(contribution, language), day_of(contribution.sent_at))
    return HttpResponse(
        content,
        content_type=PDF,
        headers={"Content-Disposition": f'attachment; filename="{contribution.receipt}.pdf"'},
    )


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request: HttpRequest, number: int, token: str) -> HttpResponse:
    """The page of a personal invitation. Taking it up makes this browser known; opening it does nothing."""
    try:
        key = read_signed("consultation.invitation", token)
    except LinkNotValid:
        return not_valid(request)
    found = (
        Invitation.objects.filter(pk=key, consultation__number=number, participant__isnull=False)
        .select_related("consultation__institution", "participant")
        .prefetch_related("consultation__pages__locale")
        .first()
    )
    if found is None:
        return not_valid(request)
    consultation = found.consultation
    if request.method == "POST":
        invited = dict(request.session.get(INVITED, {}))
        request.session[INVITED] = invited | {str(consultation.pk): found.pk}
        return redirect("consultation:consultation", number)
    return render(
        request,
        "consultation/invitation.html",
        frame(consultation, (_("By invitation"), "")) | {"is_open": consultation.is_open(database_now())},
    )
