"""The two-column screen: the draft in both languages, edited one row at a time until it opens."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from consultation.forms import ImportForm, ProvisionForm
from consultation.policies import is_frozen, may_coordinate, may_publish_version
from consultation.records import DraftVersion, Provision
from consultation.services import add_provisions, edit_provision, import_draft, remove_provision
from consultation.views.desk import chrome, form_page
from consultation.views.guards import done, for_coordinators, for_draft_editors, posted
from portal.accounts.errors import Refusal
from portal.work.clock import database_now


@for_draft_editors
@require_safe
def draft(request: HttpRequest, pk: int) -> HttpResponse:
    version = version_by_key(pk)
    rows = list(version.provisions.all())
    return render(
        request,
        "consultation/admin/draft.html",
        chrome(version.consultation, title_of_version(version))
        | {
            "version": version,
            "rows": rows,
            "behind": sum(1 for row in rows if row.english_is_behind),
            "is_frozen": is_frozen(version, database_now()),
            "may_coordinate": may_coordinate(request.user),
            "is_further": version.number > 1,
            "may_publish": may_publish_version(request.user, version),
            "back": reverse("consultation_desk:desk", args=[version.consultation_id]),
        },
    )


@for_coordinators
@require_http_methods(["GET", "POST"])
def import_document(request: HttpRequest, pk: int) -> HttpResponse:
    version = version_by_key(pk)
    form = ImportForm(posted(request), request.FILES or None)
    if form.is_valid() and done(
        form,
        lambda: import_draft(
            version=version,
            albanian=form.cleaned_data["albanian"],
            english=form.cleaned_data["english"],
            by=request.user,
        ),
    ):
        messages.success(request, _("The document was read. Look through both columns now."))
        return redirect("consultation_desk:draft", pk)
    return form_page(
        request, version.consultation, form, _("Import from Word"), back=reverse("consultation_desk:draft", args=[pk])
    )


@for_coordinators
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest, pk: int) -> HttpResponse:
    version = version_by_key(pk)
    form = ProvisionForm(posted(request))
    if form.is_valid() and done(form, lambda: add_provisions(version=version, rows=[form.row], by=request.user)):
        return redirect("consultation_desk:draft", pk)
    return _row_page(request, version, form, _("Add a provision"))


@for_draft_editors
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    provision = get_object_or_404(Provision.objects.select_related("version__consultation"), pk=pk)
    form = ProvisionForm(posted(request), provision=provision)
    if form.is_valid() and done(
        form,
        lambda: edit_provision(
            provision=provision,
            by=request.user,
            label=form.cleaned_data["label"],
            words=form.words,
            english_checked=form.cleaned_data["english_checked"],
        ),
    ):
        address = reverse("consultation_desk:draft", args=[provision.version_id])
        return redirect(f"{address}#{provision.anchor}")
    return _row_page(request, provision.version, form, str(provision))


@for_coordinators
@require_POST
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    provision = get_object_or_404(Provision.objects.select_related("version__consultation"), pk=pk)
    version = provision.version_id
    try:
        remove_provision(provision=provision, by=request.user)
    except Refusal as refusal:
        messages.error(request, str(refusal.message))
    return redirect("consultation_desk:draft", version)


def _row_page(request: HttpRequest, version: DraftVersion, form: ProvisionForm, title: str) -> HttpResponse:
    return render(
        request,
        "consultation/admin/row.html",
        chrome(version.consultation, title_of_version(version), title)
        | {"form": form, "version": version, "is_frozen": is_frozen(version, database_now())},
        status=422 if form.errors else 200,
    )


def version_by_key(pk: int) -> DraftVersion:
    return get_object_or_404(
        DraftVersion.objects.select_related("consultation").prefetch_related("consultation__pages__locale"), pk=pk
    )


def title_of_version(version: DraftVersion) -> str:
    return _("Draft %(number)s") % {"number": version.number}
