from django import forms
from django.utils.translation import gettext_lazy as _

from portal.home.records import ContactMessage


class ContactForm(forms.ModelForm):
    """A message to the people who run the portal."""

    class Meta:
        model = ContactMessage
        fields = ["subject", "text", "email", "name"]
        widgets = {
            "text": forms.Textarea(attrs={"rows": 8}),
            "email": forms.EmailInput(attrs={"autocomplete": "email"}),
            "name": forms.TextInput(attrs={"autocomplete": "name"}),
        }
        help_texts = {
            "text": _("Please do not write document numbers or anything about other people."),
            "email": _("We answer to this address. It is not published."),
        }
