"""The organisers' forms in the admin: each calls a service, and shows a refusal on the form that caused it."""

from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db.models import Count, Q, QuerySet
from django.forms import BaseForm
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.ui.menus import MenuItem
from wagtail.admin.views.generic import CreateView, EditView, IndexView
from wagtail.admin.widgets.button import Button

from events.enums import RegistrationState
from events.records import Event
from events.services import revise_event, start_event
from portal.accounts.errors import Refusal


class SpreadsRefusals:
    """What a service refuses after the form was valid becomes an error of the form, whose typing is kept."""

    def form_valid(self, form: Any) -> HttpResponse:
        try:
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


class EventListView(IndexView):  # type: ignore[misc]
    """Events with their title, their day and how many places are taken."""

    def get_base_queryset(self) -> QuerySet[Event]:
        registered = Count("registrations", filter=Q(registrations__state=RegistrationState.REGISTERED))
        waiting = Count("registrations", filter=Q(registrations__state=RegistrationState.WAITING))
        return Event.objects.annotate(registered=registered, waiting=waiting).prefetch_related("pages__locale")

    def get_list_more_buttons(self, instance: Event) -> list[Any]:
        buttons: list[Any] = super().get_list_more_buttons(instance)
        desk = MenuItem(
            _("Registrations"), url=reverse("event:desk", args=[instance.pk]), icon_name="group", priority=5
        )
        return [desk, *buttons]


class StartEventView(SpreadsRefusals, CreateView):  # type: ignore[misc]
    """One form makes the record and both draft pages."""

    def save_instance(self) -> Event:
        self.form.save(commit=False)  # lays quotas and programme into the event's memory
        try:
            return start_event(event=self.form.instance, words=self.form.words, user=self.request.user)
        except (Refusal, ValidationError):
            self.form.instance.pk = None
            self.form.instance._state.adding = True
            raise

    def get_success_url(self) -> str:
        return reverse("event:desk", args=[self.object.pk])


class ReviseEventView(SpreadsRefusals, EditView):  # type: ignore[misc]
    """Facts, reserved places and programme. Words are edited on the pages, the stage at the desk."""

    def save_instance(self) -> Event:
        self.form.save(commit=False)
        return revise_event(event=self.form.instance, user=self.request.user)

    @property
    def header_more_buttons(self) -> list[Any]:
        desk = Button(
            _("Registrations"), url=reverse("event:desk", args=[self.object.pk]), icon_name="group", priority=5
        )
        return [desk, *super().header_more_buttons]

    def get_success_url(self) -> str:
        return reverse("event:desk", args=[self.object.pk])
