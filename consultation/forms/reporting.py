from typing import Any

from django import forms

from consultation.records import ConsultationReport


class ReportForm(forms.ModelForm):
    """The report's sentences; its figures are counted."""

    class Meta:
        model = ConsultationReport
        fields = ["course_sq", "course_en", "outcome_sq", "outcome_en"]
        widgets = {name: forms.Textarea(attrs={"rows": 12}) for name in fields}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in self.fields:
            self.fields[name].required = True
