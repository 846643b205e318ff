"""What the editors' screens of the library's three rooms share."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import NON_FIELD_ERRORS, PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Model
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views import View
from wagtail.admin.ui.menus import MenuItem
from wagtail.admin.views.generic import CreateView, DeleteView, EditView
from wagtail.admin.widgets.button import Button

from portal.accounts.errors import Refusal
from portal.languages.enums import SOURCE_LANGUAGE


class SpreadsRefusals:
    """What a service refuses after the form was valid becomes an error of the form, whose typing is kept."""

    def form_valid(self, form: Any) -> HttpResponse:
        try:
            with transaction.atomic():
                return super().form_valid(form)  # type: ignore[misc]
        except ValidationError as refusal:
            _spread(form, refusal)
        except Refusal as refusal:
            form.add_error(None, str(refusal.message))
        self.produced_error_code = "validation_error"
        self.produced_error_message = self.get_error_message()  # type: ignore[attr-defined]
        return self.form_invalid(form)  # type: ignore[attr-defined]


def _spread(form: BaseForm, refusal: ValidationError) -> None:
    if not hasattr(refusal, "error_dict"):
        form.add_error(None, refusal)
        return
    for name, errors in refusal.error_dict.items():
        form.add_error(name if name in form.fields and name != NON_FIELD_ERRORS else None, errors)


class RefusesGently(DeleteView):  # type: ignore[misc]
    """A deletion that a service carries out, or refuses with a sentence instead of an error page."""

    remove: Callable[..., None]

    def get_usage_url(self) -> None:
        """A record's own pages count as usage in Wagtail and would forbid every deletion; the service takes them along."""

    def form_valid(self, form: Any) -> HttpResponse:
        try:
            return super().form_valid(form)
        except Refusal as refusal:
            messages.error(self.request, str(refusal.message))
            return redirect(self.get_success_url())


class AddsPart(SpreadsRefusals, CreateView):  # type: ignore[misc]
    """A form for one new part of a strategy or a review. `keep` is the room's service."""

    keep: Callable[..., Any]

    def save_instance(self) -> Any:
        try:
            with transaction.atomic():
                return self.keep(part=self.form.instance, facts=self.form.cleaned_data, user=self.request.user)
        except (Refusal, ValidationError):
            self.form.instance.pk = None
            self.form.instance._state.adding = True
            raise


class ChangesPart(SpreadsRefusals, EditView):  # type: ignore[misc]
    keep: Callable[..., Any]

    def save_instance(self) -> Any:
        return self.keep(part=self.form.instance, facts=self.form.cleaned_data, user=self.request.user)


class RemovesPart(RefusesGently):
    def delete_action(self) -> None:
        self.remove(part=self.object, user=self.request.user)


class PublishesRecord:
    """An edit screen with the way to the record's pages, and the button that puts them out or takes them down."""

    @property
    def header_more_buttons(self) -> list[Any]:
        record: Any = self.object  # type: ignore[attr-defined]
        namespace = self.index_url_name.partition(":")[0]  # type: ignore[attr-defined]
        is_live = record.pages.filter(locale__language_code=SOURCE_LANGUAGE, live=True).exists()
        deed, name = ("unpublish", _("Take down")) if is_live else ("publish", _("Publish"))
        button = Button(name, url=reverse(f"{namespace}:{deed}", args=[record.pk]), icon_name="upload", priority=4)
        words = [
            Button(item.label, url=item.url, icon_name=item.icon_name, priority=item.priority)
            for item in words_buttons(record)
        ]
        return [button, *words, *super().header_more_buttons]  # type: ignore[misc]


class ConfirmDeed(View):
    """Looking asks, the button acts: puts the pages of a record before the public, or takes them down."""

    record_class: type[Model]
    back: str
    takes_down = False

    def carry_out(self, record: Any, user: Any) -> None:
        raise NotImplementedError

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        record = get_object_or_404(self.record_class, pk=pk)
        question = _("Take down") if self.takes_down else _("Publish")
        explanation = (
            _("The pages in both languages go, and with them everything that hangs from them.")
            if self.takes_down
            else _("The Albanian page goes out, and the English one if nothing of it is untranslated.")
        )
        return render(
            request,
            "publications/admin/confirm.html",
            {"record": record, "question": question, "explanation": explanation, "back": reverse(self.back, args=[pk])},
        )

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        record = get_object_or_404(self.record_class, pk=pk)
        try:
            self.carry_out(record, request.user)
        except Refusal as refusal:
            raise PermissionDenied(str(refusal.message)) from refusal
        messages.success(request, _("Taken down in every language.") if self.takes_down else _("Published."))
        return redirect(self.back, pk)


def words_buttons(record: Any) -> list[MenuItem]:
    """To the pages that tell a record, where its words are edited and published."""
    pages = {page.locale.language_code: page for page in record.pages.all()}
    names = {SOURCE_LANGUAGE.value: _("Words in Albanian"), SOURCE_LANGUAGE.other.value: _("Words in English")}
    return [
        MenuItem(name, url=reverse("wagtailadmin_pages:edit", args=[pages[code].pk]), icon_name="doc-full", priority=5)
        for code, name in names.items()
        if code in pages
    ]
