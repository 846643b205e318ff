from django import forms
from django.utils.translation import gettext_lazy as _

from consultation.enums import Decision


class AnswerForm(forms.Form):
    decision = forms.ChoiceField(label=_("Decision"), choices=Decision, widget=forms.RadioSelect)
    reason_sq = forms.CharField(
        label=_("Reason in Albanian"), max_length=5000, widget=forms.Textarea(attrs={"rows": 5})
    )
    reason_en = forms.CharField(label=_("Reason in English"), max_length=5000, widget=forms.Textarea(attrs={"rows": 5}))
