"""The secretariat's forms."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from library.publications.forms import RecordForm, StartsRecord
from library.strategy.enums import Disaggregation


class StrategyForm(RecordForm):
    """Names, period, overall objective and summaries of a strategy."""


class StartStrategyForm(StartsRecord):
    """The one form that a strategy begins with. Its objectives and measures are added afterwards."""


class IndicatorForm(WagtailAdminModelForm):
    """An indicator; its own value is the baseline."""

    disaggregation = forms.MultipleChoiceField(
        label=_("Told apart by"), choices=Disaggregation, required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["disaggregation"] = self.instance.disaggregation.split()

    def clean_disaggregation(self) -> str:
        return " ".join(self.cleaned_data["disaggregation"])
