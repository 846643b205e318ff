"""The coordinator's way to the next draft: begin it, confirm what became of each provision, put it out."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from consultation.forms import PairsForm, PublishVersionForm
from consultation.records import ProvisionLineage
from consultation.selectors.lineage import words_of
from consultation.selectors.pairing import Pair, proposed_pairs
from consultation.selectors.versions import predecessor
from consultation.services import begin_version, confirm_pairs, drop_version, publish_version
from consultation.views.desk import chrome, consultation_by_key, form_page
from consultation.views.drafting import title_of_version, version_by_key
from consultation.views.guards import done, for_coordinators, posted
from portal.accounts.errors import Refusal
from portal.languages.enums import Language


@for_coordinators
@require_POST
def begin(request: HttpRequest, pk: int) -> HttpResponse:
    consultation = consultation_by_key(pk)
    try:
        version = begin_version(consultation=consultation, by=request.user, copies="copy" in request.POST)
    except Refusal as refusal:
        messages.error(request, str(refusal.message))
        return redirect("consultation_desk:desk", pk)
    messages.success(request, _("The next draft is begun. The public sees it when you put it out."))
    return redirect("consultation_desk:draft", version.pk)


@for_coordinators
@require_POST
def drop(request: HttpRequest, pk: int) -> HttpResponse:
    version = version_by_key(pk)
    try:
        drop_version(version=version, by=request.user)
    except Refusal as refusal:
        messages.error(request, str(refusal.message))
    else:
        messages.success(request, _("The draft was given up."))
    return redirect("consultation_desk:desk", version.consultation_id)


@for_coordinators
@require_http_methods(["GET", "POST"])
def pairs(request: HttpRequest, pk: int) -> HttpResponse:
    """Two columns: what the portal believes became of each provision. Doubtful pairs are asked one by one."""
    version = version_by_key(pk)
    before = predecessor(version)
    if before is None or version.published_at is not None:
        return redirect("consultation_desk:draft", pk)
    found = proposed_pairs(version)
    form = PairsForm(posted(request), pairs=found)
    if form.is_valid() and done(
        form,
        lambda: confirm_pairs(version=version, by=request.user, refused=form.refused, by_hand=form.by_hand),
    ):
        messages.success(request, _("What became of each provision is kept. The draft can be put out."))
        return redirect("consultation_desk:draft", pk)
    return render(
        request,
        "consultation/admin/pairs.html",
        chrome(version.consultation, title_of_version(version), _("What became of each provision"))
        | {
            "version": version,
            "before": before,
            "form": form,
            "asked": [_row(form, pair) for pair in found if _is_asked(pair) and not pair.is_sure],
            "sure": [_row(form, pair) for pair in found if _is_asked(pair) and pair.is_sure],
            "dropped": [_row(form, pair) for pair in found if pair.later is None],
            "new": [_row(form, pair) for pair in found if pair.earlier is None],
            "same": sum(pair.kind == "same" for pair in found),
            "is_kept": ProvisionLineage.objects.filter(earlier__version=before).exists(),
        },
        status=422 if form.errors else 200,
    )


@for_coordinators
@require_http_methods(["GET", "POST"])
def publish(request: HttpRequest, pk: int) -> HttpResponse:
    version = version_by_key(pk)
    form = PublishVersionForm(posted(request))
    if form.is_valid() and done(form, lambda: publish_version(version=version, by=request.user, **form.cleaned_data)):
        messages.success(request, _("The draft is out, and comments show where their text lives on."))
        return redirect("consultation_desk:desk", version.consultation_id)
    return form_page(
        request,
        version.consultation,
        form,
        _("Put the draft out"),
        back=reverse("consultation_desk:draft", args=[pk]),
    )


def _is_asked(pair: Pair) -> bool:
    return pair.earlier is not None and pair.later is not None and pair.kind != "same"


def _row(form: PairsForm, pair: Pair) -> dict[str, Any]:
    language = Language.ALBANIAN
    return {
        "pair": pair,
        "old": words_of(pair.earlier, language) if pair.earlier else "",
        "new": words_of(pair.later, language) if pair.later else "",
        "field": form.field_of(pair),
    }
