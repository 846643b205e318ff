from typing import Any

from django import forms
from wagtail.admin.widgets import AdminDateInput

from consultation.records import Consultation


class AdoptionForm(forms.ModelForm):
    class Meta:
        model = Consultation
        fields = ["adopted_on", "adopted_act"]
        widgets = {"adopted_on": AdminDateInput}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["adopted_on"].required = True
