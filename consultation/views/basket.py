"""The basket: read what was gathered, mend it, send it with one author and one receipt."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from consultation.errors import ConsultationClosed
from consultation.forms import AuthorForm, WordsForm
from consultation.records import Consultation
from consultation.selectors.questions import questions_of
from consultation.views.commenting import door_of, sent
from consultation.views.finding import consultation_or_404, frame
from consultation.views.guards import posted
from consultation.views.in_basket import WORDS, Gathered, basket_of, keep, rows_of
from consultation.views.knowing import identity_of
from portal.accounts.errors import Refusal, TooOften
from portal.languages.enums import active_language
from portal.work.clock import database_now


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def basket(request: HttpRequest, number: int) -> HttpResponse:
    consultation = consultation_or_404(request, number)
    if request.method == "POST" and "remove" in request.POST:
        rows = rows_of(request, consultation)
        keep(request, consultation, [row for row in rows if row["key"] != request.POST["remove"]])
        return redirect("consultation:basket", number)
    if request.method != "POST" and (shut := door_of(request, consultation)) is not None:
        return shut
    gathered = basket_of(request, consultation)
    form = AuthorForm(
        posted(request),
        request.FILES or None,
        consultation=consultation,
        questions=questions_of(consultation),
        initial=identity_of(request, consultation),
    )
    status, wait = 200, 0
    if request.method == "POST":
        status = 422
        if not gathered:
            form.add_error(None, _("There is nothing in the basket yet."))
        elif form.is_valid():
            try:
                where = sent(request, consultation, form, [each.remark for each in gathered])
                keep(request, consultation, [])
                return redirect(where)
            except ConsultationClosed:
                return _closed(request, consultation, gathered)
            except TooOften as refusal:
                form.add_error(None, str(refusal.message))
                status, wait = 429, refusal.seconds
            except Refusal as refusal:
                form.add_error(None, str(refusal.message))
    response = render(
        request,
        "consultation/basket.html",
        frame(consultation, (_("Your basket"), ""))
        | {"gathered": gathered, "form": form, "is_open": consultation.is_open(database_now())},
        status=status,
    )
    if wait:
        response["Retry-After"] = str(wait)
    return response


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def basket_item(request: HttpRequest, number: int, key: str) -> HttpResponse:
    """Mend the words of one remark that was not sent yet."""
    consultation = consultation_or_404(request, number)
    one = next((each for each in basket_of(request, consultation) if each.key == key), None)
    if one is None:
        raise Http404
    form = WordsForm(posted(request), initial={name: getattr(one.remark, name) for name in WORDS})
    if form.is_valid():
        rows = [row | form.words if row["key"] == key else row for row in rows_of(request, consultation)]
        try:
            keep(request, consultation, rows)
        except Refusal as refusal:
            form.add_error(None, str(refusal.message))
        else:
            return redirect("consultation:basket", number)
    back = reverse("consultation:basket", args=[number])
    return render(
        request,
        "consultation/basket_item.html",
        frame(consultation, (_("Your basket"), back), (_("Change"), ""))
        | {"form": form, "name": one.name, "back": back},
        status=422 if form.errors else 200,
    )


def _closed(request: HttpRequest, consultation: Consultation, gathered: list[Gathered]) -> HttpResponse:
    """Too late, and nothing lost: all the words are given back, and stay in the basket."""
    return render(
        request,
        "consultation/closed_while_writing.html",
        frame(consultation, (_("Closed"), ""))
        | {"kept": [each.remark for each in gathered], "here": active_language(), "name": _("The whole basket")},
        status=422,
    )
