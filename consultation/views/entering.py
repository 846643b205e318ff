"""What came by other channels, and position papers: entered and clipped on the coordinators' desk."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from consultation.forms.entering import EnteredCommentForm, EnterForm
from consultation.policies import may_enter
from consultation.records import ConsultationComment, Contribution
from consultation.services.enter import enter_comment, enter_contribution, remove_entered
from consultation.views.desk import chrome, consultation_by_key
from consultation.views.guards import done, for_coordinators, posted
from portal.accounts.errors import Refusal
from portal.work.clock import database_now

PER_PAGE = 50


@for_coordinators
@require_safe
def contributions(request: HttpRequest, pk: int) -> HttpResponse:
    """All that came in, whatever the channel, the latest first."""
    consultation = consultation_by_key(pk)
    rows = (
        Contribution.objects.filter(consultation=consultation, confirmed_at__isnull=False)
        .select_related("category", "participant")
        .annotate(
            comments_count=Count("comments", distinct=True),
            papers_count=Count("files", filter=Q(files__is_scan=False), distinct=True),
        )
        .order_by("-pk")
    )
    return render(
        request,
        "consultation/admin/contributions.html",
        chrome(consultation, _("Contributions"))
        | {
            "contributions": Paginator(rows, PER_PAGE).get_page(request.GET.get("p")),
            "may_enter": may_enter(request.user, consultation, database_now()),
        },
    )


@for_coordinators
@require_http_methods(["GET", "POST"])
def enter(request: HttpRequest, pk: int) -> HttpResponse:
    consultation = consultation_by_key(pk)
    form = EnterForm(posted(request), request.FILES or None)
    made: list[Contribution] = []
    if form.is_valid() and done(
        form,
        lambda: made.append(
            enter_contribution(consultation=consultation, by=request.user, author=form.author, arrival=form.arrival)
        ),
    ):
        messages.success(request, _("The contribution is entered as %(receipt)s.") % {"receipt": made[0].receipt})
        return redirect("consultation_desk:contribution", made[0].pk)
    return render(
        request,
        "consultation/admin/form.html",
        chrome(consultation, _("Enter a contribution"))
        | {
            "form": form,
            "back": reverse("consultation_desk:contributions", args=[pk]),
            "deed": _("Enter the contribution"),
        },
        status=422 if form.errors else 200,
    )


@for_coordinators
@require_http_methods(["GET", "POST"])
def contribution(request: HttpRequest, pk: int) -> HttpResponse:
    """One contribution: its files, its comments, and the form to enter or clip a further one."""
    one = get_object_or_404(
        Contribution.objects.select_related("consultation__institution", "category", "participant", "entered_by"),
        pk=pk,
        confirmed_at__isnull=False,
    )
    form = EnteredCommentForm(posted(request), contribution=one)
    if form.is_valid() and done(
        form,
        lambda: enter_comment(
            contribution=one,
            by=request.user,
            remark=form.remark,
            paper=form.cleaned_data.get("paper"),
            paper_page=form.cleaned_data.get("paper_page"),
        ),
    ):
        messages.success(request, _("The comment is entered. A moderator reads it before it is published."))
        return redirect("consultation_desk:contribution", pk)
    files = list(one.files.all())
    has_papers = any(not each.is_scan for each in files)
    return render(
        request,
        "consultation/admin/contribution.html",
        chrome(one.consultation, one.receipt)
        | {
            "contribution": one,
            "files": files,
            "comments": one.comments.select_related(
                "contribution__category", "contribution__participant", "provision", "measure", "reply_to", "paper"
            ).order_by("number"),
            "form": form,
            "may_enter": may_enter(request.user, one.consultation, database_now())
            and (one.entered_by_id is not None or has_papers)
            and not one.is_withdrawn,
        },
        status=422 if form.errors else 200,
    )


@for_coordinators
@require_POST
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    comment = get_object_or_404(ConsultationComment.objects.select_related("contribution", "consultation"), pk=pk)
    try:
        remove_entered(comment=comment, by=request.user)
    except Refusal as refusal:
        messages.error(request, str(refusal.message))
    else:
        messages.success(request, _("The comment is taken away."))
    return redirect("consultation_desk:contribution", comment.contribution_id)
