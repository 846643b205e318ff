from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from consultation.forms.reasons import ReasonForm
from consultation.records.comments import TEXT_LIMIT, WORDING_LIMIT
from consultation.selectors.ready_reasons import READY_REASONS, in_both_languages
from portal.languages.enums import Language


class HideForm(ReasonForm):
    """A reason that lies ready, or one of one's own in both languages."""

    ready = forms.ChoiceField(
        label=_("Reason that lies ready"),
        choices=[("", _("My own words, below")), *READY_REASONS.items()],
        required=False,
        widget=forms.RadioSelect,
    )
    field_order = ["ready", "reason_sq", "reason_en"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("reason_sq", "reason_en"):
            self.fields[name].required = False

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("ready"):
            return cleaned | in_both_languages(cleaned["ready"])
        for name in ("reason_sq", "reason_en"):
            if not cleaned.get(name, "").strip():
                self.add_error(name, _("Write the reason, or choose one that lies ready."))
        return cleaned

    @property
    def reasons(self) -> dict[str, str]:
        return {name: self.cleaned_data[name] for name in ("reason_sq", "reason_en")}


class TranslationForm(forms.Form):
    language = forms.ChoiceField(label=_("Language of the translation"), choices=Language.choices)
    text = forms.CharField(label=_("Text"), max_length=2 * TEXT_LIMIT, widget=forms.Textarea(attrs={"rows": 6}))
    proposed_wording = forms.CharField(
        label=_("Proposed wording"),
        required=False,
        max_length=2 * WORDING_LIMIT,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    reason = forms.CharField(
        label=_("Why"), required=False, max_length=2 * WORDING_LIMIT, widget=forms.Textarea(attrs={"rows": 3})
    )
