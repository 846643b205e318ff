from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from consultation.forms.author import EMAIL_HELP, CategoryField
from portal.stakeholders.models import StakeholderCategory
from portal.stakeholders.selectors import top_categories


class FollowForm(forms.Form):
    """Asks for an address, unless it is known already."""

    email = forms.EmailField(
        label=_("Your e-mail address"),
        max_length=254,
        help_text=_("The address is not published."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={"required": EMAIL_HELP, "invalid": EMAIL_HELP},
    )

    def __init__(self, *args: Any, known: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known = known
        if known:
            del self.fields["email"]

    @property
    def address(self) -> str:
        return self.known or str(self.cleaned_data["email"])


class SupportForm(FollowForm):
    category = CategoryField(
        label=_("For which category you speak"),
        queryset=StakeholderCategory.objects.none(),
        empty_label=None,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose the category you speak for.")},
    )
    organisation = forms.CharField(
        label=_("Organisation that signs along"),
        required=False,
        max_length=200,
        help_text=_(
            "Its name is shown beside the comment. Leave it empty to support it as a person: you are only counted."
        ),
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        category = self.fields["category"]
        assert isinstance(category, CategoryField)
        category.queryset = top_categories()
        self.initial.pop("organisation", None)


class AbuseForm(forms.Form):
    reason = forms.CharField(
        label=_("What is wrong with it"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_(
            "An insult, a threat, personal data, advertising: the moderators decide by the rules. You need not say who you are."
        ),
        error_messages={"required": _("Write what is wrong with the comment.")},
    )
