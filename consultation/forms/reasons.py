from django import forms
from django.utils.translation import gettext_lazy as _


class ReasonForm(forms.Form):
    """Why: the author and the public read it."""

    reason_sq = forms.CharField(
        label=_("Reason in Albanian"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )
    reason_en = forms.CharField(label=_("Reason in English"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))
