from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from consultation.forms import AuthorForm
from consultation.selectors.questions import questions_of, results_of
from consultation.views.commenting import door_of, sent
from consultation.views.finding import consultation_or_404, frame
from consultation.views.guards import posted
from consultation.views.knowing import identity_of
from portal.accounts.errors import Refusal, TooOften
from portal.delivery.expiry import expire_at
from portal.work.clock import database_now


@require_http_methods(["GET", "HEAD", "POST"])
def questions(request: HttpRequest, number: int) -> HttpResponse:
    """The questions beside the draft: a form while it is open, the results by category once it has closed."""
    consultation = consultation_or_404(request, number)
    asked = questions_of(consultation)
    if not asked:
        raise Http404
    now = database_now()
    about = frame(consultation, (_("Questions"), ""))
    if request.method != "POST" and not consultation.is_open(now):
        expire_at(request, consultation.next_instant(now))
        columns, results = results_of(consultation) if consultation.has_closed(now) else ([], [])
        return render(
            request, "consultation/questions.html", about | {"questions": asked, "results": results, "columns": columns}
        )
    if request.method != "POST" and (shut := door_of(request, consultation)) is not None:
        return shut
    form = AuthorForm(
        posted(request),
        request.FILES or None,
        consultation=consultation,
        questions=asked,
        initial=identity_of(request, consultation),
    )
    status, wait = 200, 0
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                return redirect(sent(request, consultation, form, []))
            except TooOften as refusal:
                form.add_error(None, str(refusal.message))
                status, wait = 429, refusal.seconds
            except Refusal as refusal:
                form.add_error(None, str(refusal.message))
    response = render(request, "consultation/questions.html", about | {"form": form, "questions": asked}, status=status)
    if wait:
        response["Retry-After"] = str(wait)
    return response
