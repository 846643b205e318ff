from dataclasses import replace
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.views import serve

from consultation.enums import Moderation, State
from consultation.pages import ConsultationPage
from consultation.records import Provision
from consultation.selectors import comments_on_provision, page_of, shown_comment, working_calendar
from consultation.selectors import comments_on_whole as whole_comments
from consultation.selectors.comments import once_public, supporting_organisations
from consultation.selectors.reading import closed_sentence, latest_provisions, made_on, provision_label
from consultation.selectors.showing import provision_name
from consultation.selectors.versions import provisions_of_number
from consultation.views.course import course_of
from consultation.views.finding import consultation_or_404, frame, provision_or_404
from consultation.working_days import day_of
from portal.delivery.expiry import expire_at
from portal.languages.address import CONSULTATIONS, joined
from portal.languages.enums import active_language
from portal.work.clock import database_now

COMMENTS_PER_PAGE = 50


@require_safe
def consultation(request: HttpRequest, number: int) -> HttpResponse:
    """The permanent address: leads to the page, whatever it is called by now."""
    found = consultation_or_404(request, number)
    page = page_of(found)
    address = page.get_url(request) if page is not None else None
    if address is None:
        raise Http404
    return redirect(address)


@require_safe
def page(request: HttpRequest, slug: str) -> HttpResponse:
    """A consultation's page by a short cut: Wagtail asks nine questions to find a page, this is one.

    Whatever is not plainly open to strangers goes Wagtail's own way: drafts, restrictions, a text that is not translated.
    """
    found = ConsultationPage.for_strangers(slug, active_language())
    return found.tell(request) if found is not None else serve(request, str(joined(CONSULTATIONS, slug)))


@require_safe
def provision(request: HttpRequest, number: int, version: int, anchor: str) -> HttpResponse:
    """One provision with everything said on it."""
    found = consultation_or_404(request, number)
    one = provision_or_404(found, version, anchor)
    now = database_now()
    expire_at(request, found.next_instant(now))
    state = found.state(now)
    is_overtaken, course = course_of(found, one)
    return render(
        request,
        "consultation/provision.html",
        frame(found, (provision_label(one), ""))
        | course
        | {
            "provision": one,
            "name": provision_name(one),
            "comments": _comments(
                request,
                comments_on_provision(one, ancestors=course["ancestors"]),
                is_open=state == State.OPEN,
                shown_at=one,
            ),
            "comment_url": reverse("consultation:comment_on_provision", args=[number, version, anchor]),
            "is_open": state == State.OPEN and not is_overtaken,
            "closed": _("A newer draft is out. Comment on the text that stands now.")
            if is_overtaken and state == State.OPEN
            else closed_sentence(state),
        },
    )


@require_safe
def comments_on_whole(request: HttpRequest, number: int) -> HttpResponse:
    """Everything said on the draft as a whole."""
    found = consultation_or_404(request, number)
    now = database_now()
    expire_at(request, found.next_instant(now))
    return render(
        request,
        "consultation/comments_on_whole.html",
        frame(found, (_("Comments on the whole text"), ""))
        | {
            "comments": _comments(request, whole_comments(found), is_open=found.is_open(now)),
            "comment_url": reverse("consultation:comment_on_whole", args=[number]),
            "is_open": found.is_open(now),
        },
    )


@require_safe
def comment(request: HttpRequest, number: int, comment: int) -> HttpResponse:
    """A comment's permanent address. What was public once keeps it, and says why its words are gone."""
    found = consultation_or_404(request, number)
    now = database_now()
    expire_at(request, found.next_instant(now))
    one = once_public(found).filter(number=comment).first()
    if one is None:
        raise Http404
    readable = one.moderation == Moderation.ACCEPTED and not one.is_withdrawn and one.contribution.disowned_at is None
    name = _("Comment %(number)s") % {"number": one.number}
    return render(
        request,
        "consultation/comment.html",
        frame(found, (name, ""))
        | {
            "name": name,
            "comment": one,
            "shown": shown_comment(one, names_target=True, in_full=True, is_open=found.is_open(now))
            if readable
            else None,
            "same_as": one.same_as,
            "organisations": supporting_organisations(one) if one.supporters else [],  # type: ignore[attr-defined]
        },
        status=200 if readable else 410,
    )


@require_safe
def whole_text(request: HttpRequest, number: int, version: int | None = None) -> HttpResponse:
    """A draft from beginning to end in one language, for paper: the one that stands, or an earlier one by its number."""
    found = consultation_or_404(request, number)
    rows = latest_provisions(found) if version is None else provisions_of_number(found, version)
    if version is not None and not rows:
        raise Http404
    return render(
        request,
        "consultation/whole_text.html",
        frame(found, (_("The whole text"), "")) | {"rows": rows, "version": rows[0].version if rows else None},
    )


@require_safe
def deadline(request: HttpRequest, number: int) -> HttpResponse:
    """How the closing day was computed: the rule, each working day of the term, each holiday in it."""
    found = consultation_or_404(request, number)
    now = database_now()
    expire_at(request, found.next_instant(now))
    days = found.term_days
    return render(
        request,
        "consultation/deadline.html",
        frame(found, (_("How the deadline is computed"), ""))
        | {
            "days": days,
            "today": day_of(now),
            "notice_day": day_of(found.opens_at),
            "last_day": days[-1] if days else None,
            "holidays": working_calendar().free_weekdays(day_of(found.opens_at), days[-1]) if days else [],
            "changes": found.deadline_changes.all(),
        },
    )


def _comments(request: HttpRequest, comments: Any, *, is_open: bool, shown_at: Provision | None = None) -> Any:
    page = Paginator(comments, COMMENTS_PER_PAGE).get_page(request.GET.get("page"))
    page.object_list = [
        replace(
            shown_comment(each, in_full=True, is_open=is_open),
            state_text=made_on(each, shown_at) if shown_at is not None else "",
        )
        for each in page.object_list
    ]
    return page
