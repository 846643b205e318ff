"""The coordinators' answers: every published comment, and the reasoned answer to it."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from consultation.forms import AnswerForm
from consultation.records import ConsultationComment
from consultation.selectors import own_answer, published_for_answer
from consultation.services import answer_comment
from consultation.views.desk import chrome, consultation_by_key
from consultation.views.guards import done, for_coordinators, posted

PER_PAGE = 25


@for_coordinators
@require_safe
def answers(request: HttpRequest, pk: int) -> HttpResponse:
    """Published comments, those without an answer first."""
    consultation = consultation_by_key(pk)
    comments = published_for_answer(consultation)
    return render(
        request,
        "consultation/admin/answers.html",
        chrome(consultation, _("Answers")) | {"comments": Paginator(comments, PER_PAGE).get_page(request.GET.get("p"))},
    )


@for_coordinators
@require_http_methods(["GET", "POST"])
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    comment = get_object_or_404(
        ConsultationComment.objects.published().select_related(
            "consultation", "contribution__category", "contribution__participant", "provision"
        ),
        pk=pk,
    )
    response = own_answer(comment)
    given = (
        {} if response is None else {name: getattr(response, name) for name in ("decision", "reason_sq", "reason_en")}
    )
    form = AnswerForm(posted(request), initial=given)
    if form.is_valid() and done(form, lambda: answer_comment(comment=comment, by=request.user, **form.cleaned_data)):
        messages.success(request, _("The answer is published, and the author of the comment is told."))
        return redirect("consultation_desk:answers", comment.consultation_id)
    return render(
        request,
        "consultation/admin/answer.html",
        chrome(comment.consultation, _("Answer to comment %(number)s") % {"number": comment.number})
        | {
            "comment": comment,
            "form": form,
            "back": reverse("consultation_desk:answers", args=[comment.consultation_id]),
        },
        status=422 if form.errors else 200,
    )
