"""allauth's letters in our words. Three shapes: a code to type, a link to follow, a note that something was changed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from django.urls import translate_url
from django.utils.functional import Promise, lazy
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from portal.languages.enums import Language


@dataclass(frozen=True)
class AccountLetter:
    name: str
    subject: str | Promise
    lead: str | Promise
    button: str | Promise = ""
    link: str = ""
    """Which value of allauth's context holds the address of the button."""
    holds_secret: bool = True
    context: Mapping[str, Any] = field(default_factory=dict)


CODE, LINK, NOTE = "accounts/code", "accounts/link", "accounts/note"

LETTERS: dict[str, AccountLetter] = {
    "account/email/email_confirmation_signup": AccountLetter(
        CODE, _("Your code to open an account"), _("Type this code in the window in which you opened the account:")
    ),
    "account/email/email_confirmation": AccountLetter(
        CODE, _("Your code to confirm the address"), _("Type this code in the window in which you gave this address:")
    ),
    "account/email/login_code": AccountLetter(
        CODE, _("Your code to sign in"), _("Type this code in the window in which you are signing in:")
    ),
    "account/email/password_reset_key": AccountLetter(
        LINK,
        _("A new password for your account"),
        _("Somebody, probably you, asked to choose a new password."),
        button=_("Choose a new password"),
        link="password_reset_url",
    ),
    "account/email/unknown_account": AccountLetter(
        LINK,
        _("There is no account with this address"),
        _(
            "Somebody, probably you, tried to sign in with this address, but there is no account with it. You can open one."
        ),
        button=_("Open an account"),
        link="signup_url",
    ),
    "account/email/account_already_exists": AccountLetter(
        LINK,
        _("You already have an account"),
        _(
            "Somebody, probably you, tried to open an account with this address, but there is one. If you forgot the password:"
        ),
        button=_("Choose a new password"),
        link="password_reset_url",
    ),
    "account/email/email_changed": AccountLetter(
        NOTE,
        _("Your e-mail address was changed"),
        _("The e-mail address of your account was changed."),
        holds_secret=False,
    ),
    "account/email/email_confirm": AccountLetter(
        NOTE,
        _("Your e-mail address was confirmed"),
        _("The e-mail address of your account was confirmed."),
        holds_secret=False,
    ),
    "account/email/email_deleted": AccountLetter(
        NOTE,
        _("An e-mail address was removed"),
        _("An e-mail address was removed from your account."),
        holds_secret=False,
    ),
    "account/email/password_changed": AccountLetter(
        NOTE, _("Your password was changed"), _("The password of your account was changed."), holds_secret=False
    ),
    "account/email/password_reset": AccountLetter(
        NOTE,
        _("Your password was changed"),
        _("A new password was chosen by a link from a letter."),
        holds_secret=False,
    ),
    "account/email/password_set": AccountLetter(
        NOTE, _("Your account has a password now"), _("A password was set for your account."), holds_secret=False
    ),
    "mfa/email/totp_activated": AccountLetter(
        NOTE, _("The second factor is on"), _("An authenticator app was set up for your account."), holds_secret=False
    ),
    "mfa/email/totp_deactivated": AccountLetter(
        NOTE,
        _("The second factor is off"),
        _("The authenticator app was removed from your account."),
        holds_secret=False,
    ),
    "mfa/email/recovery_codes_generated": AccountLetter(
        NOTE,
        _("New recovery codes"),
        _("New recovery codes were made for your account; the old ones are void."),
        holds_secret=False,
    ),
}


@dataclass(frozen=True)
class Written:
    name: str
    context: Mapping[str, Any]
    holds_secret: bool


def letter_for(template_prefix: str, context: Mapping[str, Any]) -> Written:
    """Our letter and its context for one of allauth's. A letter that is not in the table is an error of ours: it is loud."""
    letter = LETTERS[template_prefix]
    values: dict[str, Any] = {"subject": letter.subject, "lead": letter.lead}
    if letter.name == CODE:
        values["code"] = context["code"]
    elif letter.name == LINK:
        values |= {"path": in_each_language(context[letter.link]), "button": letter.button}
    else:
        values["at"] = context["timestamp"]
    return Written(letter.name, values, letter.holds_secret)


def in_each_language(url: str) -> str | Promise:
    """The path of an address of ours, which reads in the language that is active when the letter is rendered."""
    parts = urlsplit(url)
    path = f"{parts.path}?{parts.query}" if parts.query else parts.path
    paths = {language.value: translate_url(path, language.value) for language in Language}

    def read() -> str:
        return paths.get(get_language() or "", path)

    return lazy(read, str)()
