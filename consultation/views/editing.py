"""The coordinators' one form: it starts a consultation, or changes what was decided before the announcement."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.ui.menus import MenuItem
from wagtail.admin.views.generic import CreateView, EditView, IndexView

from consultation.records import Consultation
from consultation.services import change_facts, start_consultation
from consultation.views.guards import spread
from portal.accounts.errors import Refusal


class SpreadsRefusals:
    """What a service refuses after the form was valid becomes an error of the form, whose typing is kept."""

    def form_valid(self, form: Any) -> HttpResponse:
        try:
            return super().form_valid(form)  # type: ignore[misc]
        except ValidationError as refusal:
            spread(form, refusal)
        except Refusal as refusal:
            form.add_error(None, str(refusal.message))
        self.produced_error_code = "validation_error"
        self.produced_error_message = self.get_error_message()  # type: ignore[attr-defined]
        return self.form_invalid(form)  # type: ignore[attr-defined]


class ConsultationListView(IndexView):  # type: ignore[misc]
    def get_base_queryset(self) -> QuerySet[Consultation]:
        return Consultation.objects.select_related("institution").prefetch_related("pages__locale")

    def get_list_more_buttons(self, instance: Consultation) -> list[Any]:
        buttons: list[Any] = super().get_list_more_buttons(instance)
        address = reverse("consultation_desk:desk", args=[instance.pk])
        return [MenuItem(_("Desk"), url=address, icon_name="form", priority=5), *buttons]


class StartConsultationView(SpreadsRefusals, CreateView):  # type: ignore[misc]
    """One form makes the record, its first draft and both draft pages."""

    def save_instance(self) -> Consultation:
        return start_consultation(
            by=self.request.user,
            facts=self.form.facts,
            words=self.form.words,
            coordinator=self.form.cleaned_data["coordinator"],
        )

    def get_success_url(self) -> str:
        return reverse("consultation_desk:desk", args=[self.object.pk])


class ChangeFactsView(SpreadsRefusals, EditView):  # type: ignore[misc]
    """Until it is announced. The words are edited on the pages, the draft on its own screen."""

    def save_instance(self) -> Consultation:
        return change_facts(consultation=self.object, by=self.request.user, facts=self.form.facts)

    def get_success_url(self) -> str:
        return reverse("consultation_desk:desk", args=[self.object.pk])
