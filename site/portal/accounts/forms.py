"""What is asked of people: of visitors for their data, of members for their language, of administrators for accounts."""

from typing import Any

from allauth.account.models import EmailAddress
from django import forms
from django.contrib.auth.models import Group
from django.utils.translation import gettext_lazy as _
from wagtail.users.forms import UserForm

from portal.accounts.enums import Role
from portal.accounts.records import User
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


class RolesField(forms.ModelMultipleChoiceField):
    """The groups that are roles, named as people name them."""

    def label_from_instance(self, group: Group) -> str:
        return str(Role(group.name).label)


class PersonForm(UserForm):
    """What opening and changing an account share. An administrator who gives an address vouches for it."""

    first_name = forms.CharField(label=_("First name"), max_length=150, required=False)
    last_name = forms.CharField(label=_("Last name"), max_length=150, required=False)
    groups = RolesField(
        label=_("Roles"),
        queryset=Group.objects.filter(name__in=Role.values).order_by("name"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    is_superuser = None
    password_enabled = False

    def __init__(self, *args: Any, editing_self: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if editing_self:
            del self.fields["is_active"]

    def clean_email(self) -> str:
        return str(self.cleaned_data["email"]).lower()

    def save(self, commit: bool = True) -> User:
        if self.instance.pk is None:
            self.instance.set_unusable_password()
        user: User = super().save(commit=commit)
        if commit:
            EmailAddress.objects.filter(user=user).exclude(email=user.email).delete()
            EmailAddress.objects.update_or_create(
                user=user, email=user.email, defaults={"verified": True, "primary": True}
            )
        return user


FIELDS = ["email", "first_name", "last_name", "language", "institution"]


class OpenAccountForm(PersonForm):
    class Meta:
        model = User
        fields = [*FIELDS, "groups"]


class ChangeAccountForm(PersonForm):
    class Meta:
        model = User
        fields = [*FIELDS, "is_active", "groups"]
