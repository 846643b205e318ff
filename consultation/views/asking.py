"""The coordinators' screens for the questions beside a draft, and for whom they invite."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from consultation.forms import InvitationForm, QuestionForm
from consultation.policies import may_write_questions
from consultation.records import Question
from consultation.selectors.questions import questions_of, results_of
from consultation.services import invite, remind_invited, remove_question, write_question
from consultation.services.invite import waiting_invitations
from consultation.views.desk import chrome, consultation_by_key, form_page
from consultation.views.guards import done, for_coordinators, posted
from portal.accounts.errors import Refusal
from portal.work.clock import database_now


@for_coordinators
@require_safe
def questions(request: HttpRequest, pk: int) -> HttpResponse:
    consultation = consultation_by_key(pk)
    columns, results = results_of(consultation)
    return render(
        request,
        "consultation/admin/questions.html",
        chrome(consultation, _("Questions"))
        | {
            "questions": questions_of(consultation),
            "results": results,
            "columns": columns,
            "may_write": may_write_questions(request.user, consultation, database_now()),
        },
    )


@for_coordinators
@require_http_methods(["GET", "POST"])
def add_question(request: HttpRequest, pk: int) -> HttpResponse:
    consultation = consultation_by_key(pk)
    form = QuestionForm(posted(request))
    if form.is_valid() and done(
        form, lambda: write_question(consultation=consultation, by=request.user, **form.cleaned_data)
    ):
        messages.success(request, _("The question is kept."))
        return redirect("consultation_desk:questions", pk)
    return form_page(request, consultation, form, _("Add a question"))


@for_coordinators
@require_http_methods(["GET", "POST"])
def edit_question(request: HttpRequest, pk: int) -> HttpResponse:
    question = get_object_or_404(Question.objects.select_related("consultation"), pk=pk)
    consultation = question.consultation
    form = QuestionForm(posted(request), question=question)
    if form.is_valid() and done(
        form,
        lambda: write_question(consultation=consultation, by=request.user, question=question, **form.cleaned_data),
    ):
        messages.success(request, _("The question is kept."))
        return redirect("consultation_desk:questions", consultation.pk)
    return form_page(request, consultation, form, _("Change a question"))


@for_coordinators
@require_POST
def drop_question(request: HttpRequest, pk: int) -> HttpResponse:
    question = get_object_or_404(Question.objects.select_related("consultation"), pk=pk)
    try:
        remove_question(question=question, by=request.user)
    except Refusal as refusal:
        messages.error(request, str(refusal.message))
    else:
        messages.success(request, _("The question is removed."))
    return redirect("consultation_desk:questions", question.consultation_id)


@for_coordinators
@require_http_methods(["GET", "POST"])
def invitations(request: HttpRequest, pk: int) -> HttpResponse:
    """Paste or upload, look at what was understood, send."""
    consultation = consultation_by_key(pk)
    form = InvitationForm(posted(request), request.FILES or None)
    preview = None
    if form.is_valid():
        guests = form.cleaned_data["guests"]
        if "send" in request.POST and done(
            form, lambda: _say_invited(request, len(invite(consultation=consultation, by=request.user, guests=guests)))
        ):
            return redirect("consultation_desk:invitations", pk)
        preview = form.cleaned_data
    return render(
        request,
        "consultation/admin/invitations.html",
        chrome(consultation, _("Invitations"))
        | {
            "form": form,
            "preview": preview,
            "invited": consultation.invitations.count(),
            "waiting": len(waiting_invitations(consultation)),
            "is_open": consultation.is_open(database_now()),
        },
        status=422 if form.errors else 200,
    )


@for_coordinators
@require_POST
def remind(request: HttpRequest, pk: int) -> HttpResponse:
    count = remind_invited(consultation=consultation_by_key(pk), by=request.user)
    messages.success(request, ngettext("%(n)d person is reminded.", "%(n)d people are reminded.", count) % {"n": count})
    return redirect("consultation_desk:invitations", pk)


def _say_invited(request: HttpRequest, count: int) -> None:
    words = ngettext("%(n)d person is invited by letter.", "%(n)d people are invited by letter.", count)
    messages.success(request, words % {"n": count})
