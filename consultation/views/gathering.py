"""The response matrix on the coordinators' desk: gather comments, answer each issue once, publish together."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from consultation.errors import ChangedMeanwhile
from consultation.forms.gathering import AddToIssueForm, IssueForm, NarrowForm, NoteForm, ResponseForm
from consultation.records import Consultation, ConsultationComment, Issue, OfficialResponse
from consultation.selectors.gathering import comments_of_issue, issues_of, not_gathered
from consultation.services.gather import add_to_issue, change_issue, gather_comments, remove_from_issue, write_note
from consultation.services.respond import publish_answers, save_response
from consultation.views.desk import chrome, consultation_by_key
from consultation.views.guards import done, for_coordinators, posted
from portal.accounts.errors import Refusal

COMMENTS_PER_PAGE = 50


@for_coordinators
@require_safe
def issues(request: HttpRequest, pk: int) -> HttpResponse:
    return _issues(request, consultation_by_key(pk), IssueForm())


@for_coordinators
@require_POST
def gather(request: HttpRequest, pk: int) -> HttpResponse:
    """One form with two buttons: make a new issue of what is ticked, or add it to one that stands."""
    consultation = consultation_by_key(pk)
    keys = [int(each) for each in request.POST.getlist("comment") if each.isdecimal() and len(each) < 19]
    if "add" in request.POST:
        adding = AddToIssueForm(request.POST, consultation=consultation)
        if adding.is_valid() and done(
            adding, lambda: add_to_issue(issue=adding.cleaned_data["issue"], by=request.user, comments=keys)
        ):
            messages.success(request, _("The comments are added to the issue."))
            return redirect("consultation_desk:issues", pk)
        return _issues(request, consultation, IssueForm(), adding=adding, ticked=keys)
    form = IssueForm(request.POST)
    if form.is_valid() and done(
        form,
        lambda: gather_comments(consultation=consultation, by=request.user, comments=keys, **form.cleaned_data),
    ):
        messages.success(request, _("The comments are gathered into one issue."))
        return redirect("consultation_desk:issues", pk)
    return _issues(request, consultation, form, ticked=keys)


@for_coordinators
@require_http_methods(["GET", "POST"])
def issue(request: HttpRequest, pk: int) -> HttpResponse:
    """An issue: its comments, the notes of the staff, and the answer."""
    one = _issue(pk)
    response = OfficialResponse.objects.filter(issue=one).select_related("answered_by").first()
    form = ResponseForm(posted(request), issue=one, response=response)
    meanwhile = None
    if form.is_valid():
        try:
            saved = done_or_changed(form, one, request.user)
        except ChangedMeanwhile as refusal:
            saved, meanwhile = False, OfficialResponse.objects.select_related("answered_by").get(issue=one)
            form = _anew(form, one, meanwhile)
            form.add_error(None, str(refusal.message))
        if saved:
            messages.success(request, _("The answer is saved."))
            return redirect("consultation_desk:issue", pk)
    return _show(request, one, {"form": form, "response": response, "meanwhile": meanwhile})


def done_or_changed(form: ResponseForm, issue: Issue, user: Any) -> bool:
    """As `done`, but a change by somebody else is the view's own to tell."""
    changed: list[ChangedMeanwhile] = []

    def deed() -> None:
        try:
            save_response(issue=issue, by=user, **form.cleaned_data)
        except ChangedMeanwhile as refusal:
            changed.append(refusal)

    saved = done(form, deed)
    if changed:
        raise changed[0]
    return saved


def _anew(form: ResponseForm, issue: Issue, response: OfficialResponse) -> ResponseForm:
    """What was typed, begun from the answer as it stands now: saving it again is a choice made knowingly."""
    data = {**form.data.dict(), "revision": str(response.revision)}  # type: ignore[attr-defined]
    again = ResponseForm(data, issue=issue, response=response)
    again.is_valid()
    return again


@for_coordinators
@require_http_methods(["GET", "POST"])
def edit_issue(request: HttpRequest, pk: int) -> HttpResponse:
    one = _issue(pk)
    form = IssueForm(posted(request), instance=one)
    if form.is_valid() and done(form, lambda: change_issue(issue=one, by=request.user, **form.cleaned_data)):
        messages.success(request, _("The issue is saved."))
        return redirect("consultation_desk:issue", pk)
    return render(
        request,
        "consultation/admin/form.html",
        chrome(one.consultation, _("Issue %(number)s") % {"number": one.number})
        | {"form": form, "back": reverse("consultation_desk:issue", args=[pk]), "deed": _("Save")},
        status=422 if form.errors else 200,
    )


@for_coordinators
@require_POST
def note(request: HttpRequest, pk: int) -> HttpResponse:
    one = _issue(pk)
    form = NoteForm(request.POST)
    if form.is_valid() and done(form, lambda: write_note(issue=one, by=request.user, text=form.cleaned_data["text"])):
        messages.success(request, _("The note is kept. It never leaves the desk."))
        return redirect("consultation_desk:issue", pk)
    response = OfficialResponse.objects.filter(issue=one).first()
    return _show(
        request, one, {"form": ResponseForm(issue=one, response=response), "response": response, "note_form": form}
    )


@for_coordinators
@require_POST
def ungather(request: HttpRequest, pk: int, comment: int) -> HttpResponse:
    one = _issue(pk)
    found = get_object_or_404(ConsultationComment, pk=comment, issues=one)
    try:
        remove_from_issue(issue=one, by=request.user, comment=found)
    except Refusal as refusal:
        messages.error(request, str(refusal.message))
    else:
        messages.success(request, _("The comment is taken out of the issue."))
    if Issue.objects.filter(pk=pk).exists():
        return redirect("consultation_desk:issue", pk)
    return redirect("consultation_desk:issues", one.consultation_id)


@for_coordinators
@require_POST
def publish(request: HttpRequest, pk: int) -> HttpResponse:
    try:
        release = publish_answers(consultation=consultation_by_key(pk), by=request.user)
    except Refusal as refusal:
        messages.error(request, str(refusal.message))
    else:
        told = ngettext(
            "%(n)d answer is published. Everyone whom it answers is written to.",
            "%(n)d answers are published. Everyone whom they answer is written to.",
            release.answers,
        )
        messages.success(request, told % {"n": release.answers})
    return redirect("consultation_desk:issues", pk)


def _issue(pk: int) -> Issue:
    return get_object_or_404(
        Issue.objects.select_related("consultation__institution", "institution").prefetch_related(
            "consultation__pages__locale"
        ),
        pk=pk,
    )


def _issues(
    request: HttpRequest, consultation: Consultation, form: IssueForm, *, adding: Any = None, ticked: Any = ()
) -> HttpResponse:
    narrow = NarrowForm(request.GET, consultation=consultation)
    chosen = narrow.cleaned_data if narrow.is_valid() else {}
    found = list(issues_of(consultation))
    refused = bool(form.errors or (adding is not None and adding.errors))
    query = request.GET.copy()
    query.pop("p", None)
    return render(
        request,
        "consultation/admin/issues.html",
        chrome(consultation, _("Response matrix"))
        | {
            "issues": found,
            "approved": sum(1 for each in found if _waits(each)),
            "form": form,
            "adding": adding or AddToIssueForm(consultation=consultation),
            "may_add": any(each.title_sq for each in found),
            "narrow": narrow,
            "ticked": ticked,
            "query": query.urlencode(),
            "comments": Paginator(not_gathered(consultation, chosen), COMMENTS_PER_PAGE).get_page(request.GET.get("p")),
        },
        status=422 if refused else 200,
    )


def _waits(issue: Issue) -> bool:
    response = getattr(issue, "response", None)
    return response is not None and response.state == "approved" and not response.is_public


def _show(request: HttpRequest, one: Issue, more: dict[str, Any]) -> HttpResponse:
    refused = bool(more["form"].errors or (more.get("note_form") is not None and more["note_form"].errors))
    return render(
        request,
        "consultation/admin/issue.html",
        chrome(one.consultation, _("Issue %(number)s") % {"number": one.number})
        | {
            "issue": one,
            "comments": Paginator(comments_of_issue(one), COMMENTS_PER_PAGE).get_page(request.GET.get("p")),
            "notes": one.notes.select_related("by"),
            "note_form": NoteForm(),
        }
        | more,
        status=422 if refused else 200,
    )
