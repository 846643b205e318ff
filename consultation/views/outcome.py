"""What became of my comments: a page for their author, by the signed link in the letter."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from consultation.records import Contribution
from consultation.selectors.outcome import outcomes_of
from consultation.views.finding import frame
from portal.accounts.errors import LinkNotValid
from portal.accounts.links import read_signed


@never_cache
@require_safe
def outcome(request: HttpRequest, number: int, token: str) -> HttpResponse:
    try:
        key = read_signed("consultation.outcome", token)
    except LinkNotValid:
        key = ""
    contribution = (
        Contribution.objects.filter(pk=key or 0, consultation__number=number)
        .select_related("consultation__institution")
        .prefetch_related("consultation__pages__locale")
        .first()
    )
    if contribution is None:
        return render(request, "consultation/link_not_valid.html", {"message": LinkNotValid.message}, status=404)
    outcomes = outcomes_of(contribution)
    return render(
        request,
        "consultation/outcome.html",
        frame(contribution.consultation, (_("What became of your comments"), ""))
        | {
            "contribution": contribution,
            "outcomes": outcomes,
            "answered": sum(1 for each in outcomes if each.answers),
        },
    )
