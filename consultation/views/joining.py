"""Small deeds beside the comments: support one, report one, follow a consultation. Each shows first and acts by POST."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from consultation.forms import AbuseForm, FollowForm, SupportForm
from consultation.records import Consultation, ConsultationComment, ContributionFile, Follower, Support
from consultation.selectors.showing import comment_url
from consultation.services import (
    confirm_following,
    confirm_support,
    follow,
    report_abuse,
    stop_following,
    support_comment,
)
from consultation.views.finding import consultation_or_404, frame, published_or_404
from consultation.views.guards import for_desk, posted
from consultation.views.knowing import identity_of, known_address
from consultation.views.own import not_valid
from portal.accounts.errors import LinkNotValid, Refusal, TooOften
from portal.accounts.limits import check_limit, check_request_limit
from portal.accounts.links import read_signed
from portal.languages.enums import active_language
from portal.work.clock import database_now

HOUR = timedelta(hours=1)
A_SENDER_MAY = 120
AN_ADDRESS_MAY = 20


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def support(request: HttpRequest, number: int, comment: int) -> HttpResponse:
    consultation = consultation_or_404(request, number)
    one = published_or_404(consultation, comment)
    if request.method != "POST" and not consultation.is_open(database_now()):
        return redirect(comment_url(one))
    known = known_address(request, consultation)
    form = SupportForm(posted(request), initial=identity_of(request, consultation), known=known)

    def deed() -> None:
        data = form.cleaned_data
        _within_limits("consultation.support", request, form.address)
        support_comment(
            comment=one,
            email=form.address,
            category=data["category"],
            organisation=data["organisation"],
            language=active_language(),
            is_known=bool(known),
        )

    return _asked(
        request,
        consultation,
        form,
        deed,
        title=_("I support this comment"),
        button=_("Support the comment"),
        sent=reverse("consultation:sent", args=[number, "known" if known else "support"]),
        comment=one,
    )


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest, number: int, comment: int) -> HttpResponse:
    consultation = consultation_or_404(request, number)
    one = get_object_or_404(
        ConsultationComment.objects.published().select_related(
            "consultation", "contribution__category", "contribution__participant", "provision__version"
        ),
        consultation=consultation,
        number=comment,
    )
    form = AbuseForm(posted(request))

    def deed() -> None:
        check_request_limit("consultation.abuse", request, AN_ADDRESS_MAY, HOUR)
        report_abuse(comment=one, reason=form.cleaned_data["reason"], language=active_language())

    return _asked(
        request,
        consultation,
        form,
        deed,
        title=_("Report a comment"),
        button=_("Report the comment"),
        sent=reverse("consultation:sent", args=[number, "report"]),
        comment=one,
    )


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def follow_consultation(request: HttpRequest, number: int) -> HttpResponse:
    consultation = consultation_or_404(request, number)
    known = known_address(request, consultation)
    form = FollowForm(posted(request), known=known)

    def deed() -> None:
        _within_limits("consultation.follow", request, form.address)
        follow(consultation=consultation, email=form.address, language=active_language(), is_known=bool(known))

    return _asked(
        request,
        consultation,
        form,
        deed,
        title=_("Follow this consultation"),
        button=_("Follow"),
        sent=reverse("consultation:sent", args=[number, "following" if known else "follow"]),
    )


def _asked(
    request: HttpRequest,
    consultation: Consultation,
    form: Any,
    deed: Callable[[], None],
    *,
    title: str,
    button: str,
    sent: str,
    comment: ConsultationComment | None = None,
) -> HttpResponse:
    status, wait = 200, 0
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                deed()
                return redirect(sent)
            except TooOften as refusal:
                form.add_error(None, str(refusal.message))
                status, wait = 429, refusal.seconds
            except Refusal as refusal:
                form.add_error(None, str(refusal.message))
    response = render(
        request,
        "consultation/joining.html",
        frame(consultation, (title, "")) | {"form": form, "title": title, "button": button, "comment": comment},
        status=status,
    )
    if wait:
        response["Retry-After"] = str(wait)
    return response


@require_safe
def sent(request: HttpRequest, number: int, what: str) -> HttpResponse:
    """The same for everybody: whether an address was known before is nobody's business."""
    letter = _("We sent you a letter. Open its link to confirm your address.")
    words = {
        "support": (_("One step more"), letter),
        "follow": (_("One step more"), letter),
        "known": (_("Your support is noted."), _("It is counted beside the comment.")),
        "following": (_("You follow this consultation."), _("Each letter has a link by which you stop it.")),
        "report": (_("Thank you. A moderator looks at it."), _("Until then the comment stays where it is.")),
        "stopped": (_("You get no more letters about this consultation."), ""),
    }.get(what)
    if words is None:
        raise Http404
    consultation = consultation_or_404(request, number)
    return render(
        request, "consultation/joined.html", frame(consultation, (words[0], "")) | {"title": words[0], "text": words[1]}
    )


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def confirm_joining(request: HttpRequest, number: int, what: str, token: str) -> HttpResponse:
    """The page of a letter's link: confirm a support or a following, or stop it. Opening it does nothing."""
    found = _found(what, number, token)
    if found is None:
        return not_valid(request)
    row, deed, title, text, button, then = found
    if request.method == "POST":
        deed(row)
        return redirect("consultation:sent", number, then)
    consultation = row.comment.consultation if isinstance(row, Support) else row.consultation
    return render(
        request,
        "consultation/confirm_joining.html",
        frame(consultation, (title, "")) | {"title": title, "text": text, "button": button},
    )


def _found(what: str, number: int, token: str) -> tuple[Any, Callable[[Any], object], str, str, str, str] | None:
    try:
        key = read_signed(f"consultation.{what}", token)
    except LinkNotValid:
        return None
    if what == "support":
        support = (
            Support.objects.filter(pk=key, comment__consultation__number=number)
            .select_related("comment__consultation__institution")
            .first()
        )
        if support is None:
            return None
        return (
            support,
            lambda row: confirm_support(support=row),
            _("Confirm your support"),
            support.comment.text,
            _("Support the comment"),
            "known",
        )
    follower = (
        Follower.objects.filter(pk=key, consultation__number=number).select_related("consultation__institution").first()
    )
    if follower is None:
        return None
    if what == "stop":
        return (
            follower,
            lambda row: stop_following(follower=row),
            _("Stop the letters about this consultation"),
            _("Letters about your own comments still come."),
            _("Stop the letters"),
            "stopped",
        )
    return (
        follower,
        lambda row: confirm_following(follower=row),
        _("Follow this consultation"),
        _("You get a letter when something happens: a new draft, an extension, the answers, the report."),
        _("Follow"),
        "following",
    )


@for_desk
@require_safe
def staff_paper(request: HttpRequest, pk: int) -> HttpResponseBase:
    """A paper or scan as the staff read it before anybody else does."""
    return _handed_out(get_object_or_404(ContributionFile, pk=pk))


@require_safe
def paper(request: HttpRequest, number: int, comment: int, paper: int) -> HttpResponseBase:
    """A position paper, as public as its comment; always to keep, never shown in the page."""
    consultation = consultation_or_404(request, number)
    one = get_object_or_404(ConsultationComment.objects.published(), consultation=consultation, number=comment)
    found = get_object_or_404(ContributionFile, pk=paper, contribution=one.contribution_id, is_scan=False)
    return _handed_out(found)


def _handed_out(found: ContributionFile) -> FileResponse:
    try:
        response = FileResponse(found.file.open(), as_attachment=True, filename=found.name)
    except FileNotFoundError as missing:
        raise Http404 from missing
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _within_limits(name: str, request: HttpRequest, email: str) -> None:
    check_request_limit(name, request, A_SENDER_MAY, HOUR)
    check_limit(f"{name}.address", email.lower(), AN_ADDRESS_MAY, HOUR)
