from datetime import timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from consultation.enums import WhoMayComment
from consultation.errors import ConsultationClosed
from consultation.forms import AuthorForm, CommentForm
from consultation.records import Consultation, ConsultationComment, Provision
from consultation.selectors.questions import questions_of
from consultation.selectors.reading import provision_label, provision_url
from consultation.selectors.showing import comment_url, provision_name
from consultation.selectors.versions import is_overtaken
from consultation.services import Remark, submit_contribution
from consultation.views.finding import consultation_or_404, frame, provision_or_404, published_or_404
from consultation.views.guards import posted
from consultation.views.in_basket import basket_of, lay_in
from consultation.views.knowing import identity_of, known_address
from portal.accounts.errors import Refusal, TooOften
from portal.accounts.limits import check_limit, check_request_limit
from portal.accounts.links import sign
from portal.accounts.policies import is_member
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


@require_http_methods(["GET", "HEAD", "POST"])
def reply_to_comment(request: HttpRequest, number: int, comment: int) -> HttpResponse:
    """A reply stands under the comment it answers; a reply is not replied to."""
    consultation = consultation_or_404(request, number)
    return _comment(request, consultation, None, published_or_404(consultation, comment))


def _comment(
    request: HttpRequest,
    consultation: Consultation,
    provision: Provision | None,
    reply_to: ConsultationComment | None = None,
) -> HttpResponse:
    back = _back(consultation, provision, reply_to)
    if request.method != "POST":
        if not consultation.is_open(database_now()) or (provision is not None and is_overtaken(provision)):
            return redirect(back)
        if (shut := door_of(request, consultation)) is not None:
            return shut
    to_basket = "basket" in request.POST
    form = CommentForm(
        posted(request),
        request.FILES or None,
        consultation=consultation,
        provision=provision,
        to_basket=to_basket,
        questions=questions_of(consultation) if provision is None and reply_to is None else (),
        initial=identity_of(request, consultation),
    )
    status, wait = 200, 0
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                remark = _remark(form, provision, reply_to)
                if to_basket:
                    lay_in(request, consultation, remark)
                    return redirect("consultation:basket", consultation.number)
                return redirect(sent(request, consultation, form, [remark]))
            except ConsultationClosed:
                return _closed_while_writing(request, consultation, provision, form)
            except TooOften as refusal:
                form.add_error(None, str(refusal.message))
                status, wait = 429, refusal.seconds
            except Refusal as refusal:
                form.add_error(None, str(refusal.message))
    label = _label(provision, reply_to)
    response = render(
        request,
        "consultation/comment_form.html",
        frame(consultation, (label, back), (_("Comment"), ""))
        | {
            "form": form,
            "provision": provision,
            "reply_to": reply_to,
            "label": label,
            "name": provision and provision_name(provision),
            "back": back,
            "in_basket": len(basket_of(request, consultation)),
        },
        status=status,
    )
    if wait:
        response["Retry-After"] = str(wait)
    return response


def _remark(form: CommentForm, provision: Provision | None, reply_to: ConsultationComment | None) -> Remark:
    return Remark(**form.words, reply_to=reply_to) if reply_to is not None else form.remark(provision)


def _back(consultation: Consultation, provision: Provision | None, reply_to: ConsultationComment | None) -> str:
    if reply_to is not None:
        return comment_url(reply_to)
    if provision is not None:
        return provision_url(consultation, provision)
    return reverse("consultation:consultation", args=[consultation.number])


def _label(provision: Provision | None, reply_to: ConsultationComment | None) -> str:
    if reply_to is not None:
        return _("Comment %(number)s") % {"number": reply_to.number}
    return provision_label(provision) if provision else _("The whole text")


def door_of(request: HttpRequest, consultation: Consultation) -> HttpResponse | None:
    """What stands before the form where not everybody may comment; None for those who may."""
    who = consultation.who_may_comment
    if who == WhoMayComment.MEMBERS and not is_member(request.user):
        return redirect_to_login(request.get_full_path(), str(settings.LOGIN_URL))
    if who == WhoMayComment.INVITED and not known_address(request, consultation):
        return render(
            request, "consultation/only_invited.html", frame(consultation, (_("By invitation"), "")), status=403
        )
    return None


def sent(request: HttpRequest, consultation: Consultation, form: AuthorForm, remarks: list[Remark]) -> str:
    """Send it; return where its receipt is."""
    author = form.author(known_address(request, consultation))
    check_request_limit("consultation.comment", request, A_SENDER_MAY, HOUR)
    check_limit("consultation.comment.address", author.email.lower(), AN_ADDRESS_MAY, HOUR)
    data: dict[str, Any] = form.cleaned_data
    contribution = submit_contribution(
        consultation=consultation,
        author=author,
        remarks=remarks,
        papers=data["papers"],
        replies=form.replies,
        form_key=data["form_key"] or None,
        form_points=form.points,
        member=request.user,
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
            "kept": [Remark(**form.words)],
            "here": active_language(),
            "name": provision_name(provision) if provision else _("The whole text"),
        },
        status=422,
    )
