"""The two-column screen: the draft in both languages, edited one row at a time until it opens."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from consultation.forms import EnglishImportForm, ImportForm, ProvisionForm
from consultation.policies import is_frozen, may_coordinate, may_publish_version
from consultation.records import DraftVersion, Provision
from consultation.services import (
    ProvisionRow,
    add_provisions,
    check_english,
    edit_provision,
    import_draft,
    import_english,
    insert_provision,
    move_english,
    move_provision,
    remove_provision,
    shift_english,
)
from consultation.services.import_docx import notes_on
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
        _tell_notes(request, form.cleaned_data["albanian"], form.cleaned_data["english"])
        return redirect("consultation_desk:draft", pk)
    return form_page(
        request, version.consultation, form, _("Import from Word"), back=reverse("consultation_desk:draft", args=[pk])
    )


@for_draft_editors
@require_http_methods(["GET", "POST"])
def import_english_document(request: HttpRequest, pk: int) -> HttpResponse:
    """The English may come later than the Albanian, from another hand."""
    version = version_by_key(pk)
    form = EnglishImportForm(posted(request), request.FILES or None)
    left: list[int] = []
    if form.is_valid() and done(
        form,
        lambda: left.append(import_english(version=version, english=form.cleaned_data["english"], by=request.user)),
    ):
        messages.success(request, _("The English was read. Look through both columns now."))
        if left[0]:
            messages.warning(
                request,
                ngettext(
                    "%(n)s row of the document had no counterpart; its text was added to the row before it.",
                    "%(n)s rows of the document had no counterpart; their text was added to the row before.",
                    left[0],
                )
                % {"n": left[0]},
            )
        _tell_notes(request, form.cleaned_data["english"])
        return redirect("consultation_desk:draft", pk)
    return form_page(
        request, version.consultation, form, _("Import the English"), back=reverse("consultation_desk:draft", args=[pk])
    )


def _tell_notes(request: HttpRequest, *files: Any) -> None:
    for note in dict.fromkeys(note for file in files if file for note in notes_on(file)):
        messages.warning(request, note)


@for_coordinators
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest, pk: int) -> HttpResponse:
    """Add a row at the end, or at the position that `at` names."""
    version = version_by_key(pk)
    form = ProvisionForm(posted(request))
    at = request.GET.get("at", "")
    if form.is_valid() and done(form, lambda: _add(version, form.row, at, request.user)):
        return redirect("consultation_desk:draft", pk)
    return _row_page(request, version, form, _("Add a provision"))


def _add(version: DraftVersion, row: ProvisionRow, at: str, by: Any) -> None:
    if at.isdecimal():
        insert_provision(version=version, row=row, at=int(at[:6]), by=by)
    else:
        add_provisions(version=version, rows=[row], by=by)


@for_draft_editors
@require_POST
def arrange(request: HttpRequest, pk: int, deed: str) -> HttpResponse:
    """Move a row, or the English of a row, and show it where it is now."""
    provision = get_object_or_404(Provision.objects.select_related("version__consultation"), pk=pk)
    deeds: dict[str, Callable[[], object]] = {
        "up": lambda: move_provision(provision=provision, by=request.user, up=True),
        "down": lambda: move_provision(provision=provision, by=request.user, up=False),
        "english-up": lambda: move_english(provision=provision, by=request.user, up=True),
        "english-down": lambda: move_english(provision=provision, by=request.user, up=False),
        "shift-up": lambda: shift_english(provision=provision, by=request.user, down=False),
        "shift-down": lambda: shift_english(provision=provision, by=request.user, down=True),
        "checked": lambda: check_english(version=provision.version, provision=provision, by=request.user),
    }
    if deed not in deeds:
        raise Http404
    try:
        deeds[deed]()
    except Refusal as refusal:
        messages.error(request, str(refusal.message))
    address = reverse("consultation_desk:draft", args=[provision.version_id])
    return redirect(f"{address}#{provision.anchor}")


@for_draft_editors
@require_POST
def check_all(request: HttpRequest, pk: int) -> HttpResponse:
    version = version_by_key(pk)
    try:
        check_english(version=version, by=request.user)
    except Refusal as refusal:
        messages.error(request, str(refusal.message))
    else:
        messages.success(request, _("The English of all rows is noted as checked."))
    return redirect("consultation_desk:draft", pk)


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
