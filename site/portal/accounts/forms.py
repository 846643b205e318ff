from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.languages.enums import Language


class MyDataForm(forms.Form):
    """An address, to which the link is sent."""

    email = forms.EmailField(
        label=_("Your e-mail address"),
        max_length=254,
        help_text=_("We send the link to this address, whether or not we hold anything about it."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )


class EraseForm(forms.Form):
    """A deed that cannot be undone asks twice."""

    understood = forms.BooleanField(
        label=_("I understand that this cannot be undone."),
        error_messages={"required": _("Confirm that you understand, so that nothing is erased by mistake.")},
    )


class LanguageForm(forms.Form):
    language = forms.ChoiceField(
        label=_("Language of our letters to you"), choices=Language.choices, widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.label_suffix = ""
