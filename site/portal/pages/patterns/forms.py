from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .marks import categories

SHOWN_AS = (
    ("name", _("With my name")),
    ("organisation", _("Organisation only")),
    ("nobody", _("Without a name for the public")),
)
SHOWN_AS_HINTS = {"nobody": _("Only the category is shown.")}
NEEDS = (
    ("wheelchair", _("Place for a wheelchair")),
    ("signing", _("Sign language interpretation")),
    ("loop", _("Induction loop")),
)


class PatternForm(forms.Form):
    """One field of each kind."""

    organisation = forms.CharField(label=_("Organisation"), required=False)
    email = forms.EmailField(
        label=_("E-mail address"),
        help_text=_("We send only the receipt and the answer there. The address is not published."),
        error_messages={"invalid": _("Write an e-mail address, e.g. name@example.al")},
    )
    text = forms.CharField(
        label=_("What do you think"),
        help_text=_("Write in Albanian, in English or in your own language."),
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Write your comment")},
    )
    kind = forms.ChoiceField(
        label=_("On which part"), choices=(("whole", _("The whole text")), ("provision", _("One provision")))
    )
    day = forms.DateField(label=_("Date"), required=False, widget=forms.DateInput(attrs={"type": "date"}))
    paper = forms.FileField(label=_("Position paper"), required=False, help_text=_("PDF or DOCX, at most 10 MB."))
    receipt = forms.CharField(label=_("Receipt number"), required=False, disabled=True, initial="K‑2026‑0247")
    category = forms.ChoiceField(
        label=_("For which category do you speak"),
        widget=forms.RadioSelect,
        choices=lambda: [(category["code"], category["name"]) for category in categories()],
        error_messages={"required": _("Choose a category")},
    )
    shown_as = forms.ChoiceField(label=_("Name on the portal"), widget=forms.RadioSelect, choices=SHOWN_AS)
    needs = forms.MultipleChoiceField(
        label=_("What you need"), widget=forms.CheckboxSelectMultiple, choices=NEEDS, required=False
    )
    licence = forms.BooleanField(
        label=_("I allow my comment to be published under the licence CC BY 4.0"),
        help_text=_("Anyone may quote it, naming the source."),
        error_messages={"required": pgettext_lazy("consent", "Without this consent the comment cannot be published")},
    )

    shown_as_hints = SHOWN_AS_HINTS


def resting_form() -> PatternForm:
    return PatternForm(prefix="rest", initial={"shown_as": "name", "needs": ["loop"]}, use_required_attribute=False)


def mistaken_form() -> PatternForm:
    """As it comes back: what was typed is kept, what needs mending is said."""
    typed = {
        "error-email": "name",
        "error-organisation": "Example Association",
        "error-shown_as": "name",
        "error-kind": "whole",
    }
    return PatternForm(typed, prefix="error", use_required_attribute=False)
