"""Every screen of allauth that can be reached is one of ours, in both languages."""

import re
from pathlib import Path

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from django.conf import settings
from django.urls import get_resolver, reverse
from django.utils.translation import override

from portal.accounts.enums import Role
from portal.accounts.models import User
from portal.notifications.models import Notice
from tests.portal.accounts.conftest import PASSWORD

VISITOR = {
    "account_login",
    "account_signup",
    "account_request_login_code",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key_done",
    "account_inactive",
}
MEMBER = {
    "account_home",
    "account_email",
    "account_change_password",
    "account_logout",
    "mfa_index",
    "usersessions_list",
}
AFTER_PASSWORD = {"mfa_activate_totp"}
AFTER_FACTOR = {"mfa_deactivate_totp", "mfa_view_recovery_codes", "mfa_generate_recovery_codes"}
ASKING = {"account_reauthenticate", "mfa_reauthenticate"}
IN_PASSING = {  # reached in the middle of a journey, walked below
    "account_confirm_login_code",
    "account_email_verification_sent",
    "account_set_password",
    "account_reset_password_from_key",
    "mfa_authenticate",
}
NO_SCREEN = {"mfa_download_recovery_codes"}
LANGUAGES = ["sq", "en"]


def names_of_allauth():
    found = set()

    def walk(patterns):
        for pattern in patterns:
            if hasattr(pattern, "url_patterns"):
                walk(pattern.url_patterns)
            elif (getattr(pattern.callback, "__module__", "") or "").startswith("allauth."):
                found.add(pattern.name)

    walk(get_resolver().url_patterns)
    return found


def address(name, language, *args):
    with override(language):
        return reverse(name, args=args)


def check_screen(answer, language):
    assert answer.status_code == 200, answer.headers
    page = answer.content.decode()
    origins = {Path(part.origin.name) for part in answer.templates if part.origin and part.name}
    foreign = {
        str(origin)
        for origin in origins
        if "site-packages/allauth" in str(origin) and origin.suffix == ".html" and "/messages/" not in str(origin)
    }
    assert foreign == set()
    assert f'<html lang="{language}">' in page
    assert '<main id="content"' in page
    assert len(re.findall("<h1", page)) == 1
    assert "style=" not in page
    assert "<script" not in page
    assert "placeholder=" not in page


def test_every_address_of_allauth_is_spoken_for():
    assert names_of_allauth() == (
        VISITOR | (MEMBER - {"account_home"}) | AFTER_PASSWORD | AFTER_FACTOR | ASKING | IN_PASSING | NO_SCREEN
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", sorted(VISITOR))
def test_a_visitors_screen(home, client, name, language):
    check_screen(client.get(address(name, language)), language)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", sorted(MEMBER | AFTER_PASSWORD | {"account_reauthenticate"}))
def test_a_members_screen(staff, signed_in, name, language):
    client = signed_in(staff(Role.EDITOR))
    if name in AFTER_PASSWORD:
        client.post("/en/account/reauthenticate/", {"password": PASSWORD})

    check_screen(client.get(address(name, language)), language)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", sorted(AFTER_FACTOR | {"mfa_reauthenticate", "mfa_index"}))
def test_a_screen_behind_the_second_factor(member, signed_in, name, language):
    client = signed_in(member)
    client.post("/en/account/reauthenticate/", {"password": PASSWORD})
    TOTP.activate(member, "JBSWY3DPEHPK3PXP")
    RecoveryCodes.activate(member)

    check_screen(client.get(address(name, language)), language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_second_factor_is_asked_for_on_our_screen(member, client, language):
    TOTP.activate(member, "JBSWY3DPEHPK3PXP")

    answer = client.post(address("account_login", language), {"login": member.email, "password": PASSWORD}, follow=True)

    check_screen(answer, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_signing_in_with_a_code(member, client, language):
    asked = client.post(address("account_request_login_code", language), {"email": member.email}, follow=True)
    check_screen(asked, language)
    wrong = client.post(address("account_confirm_login_code", language), {"code": "WRONG1"})
    check_screen(wrong, language)
    code = code_in(Notice.objects.get())

    done = client.post(address("account_confirm_login_code", language), {"code": code}, follow=True)

    check_screen(done, language)
    assert client.session["_auth_user_id"] == str(member.pk)


@pytest.mark.parametrize("language", LANGUAGES)
def test_opening_an_account_without_a_password(home, client, language):
    asked = client.post(address("account_signup", language), {"email": "e-re@example.al"}, follow=True)
    check_screen(asked, language)
    notice = Notice.objects.get()

    done = client.post(address("account_email_verification_sent", language), {"code": code_in(notice)}, follow=True)

    check_screen(done, language)
    user = User.objects.get()
    assert (user.email, user.language, user.has_usable_password()) == ("e-re@example.al", language, False)
    assert EmailAddress.objects.get(user=user).verified
    assert notice.language == language
    check_screen(client.get(address("account_set_password", language)), language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_choosing_a_new_password_by_letter(member, client, language):
    client.post(address("account_reset_password", language), {"email": member.email})
    member.language = language
    notice = Notice.objects.get()
    link = re.search(rf"{settings.BASE_URL}(/{language}/\S+/password/reset/key/\S+)", notice.body_text).group(1)

    page = client.get(link, follow=True)
    check_screen(page, language)
    done = client.post(
        page.redirect_chain[-1][0], {"password1": "krejt tjetër gjë", "password2": "krejt tjetër gjë"}, follow=True
    )

    check_screen(done, language)
    member.refresh_from_db()
    assert member.check_password("krejt tjetër gjë")
    assert client.get(link, follow=True).context["token_fail"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_changing_the_address(member, signed_in, language):
    client = signed_in(member)

    answer = client.post(
        address("account_email", language), {"email": "i-ri@example.al", "action_add": ""}, follow=True
    )

    check_screen(answer, language)
    check_screen(client.get(address("account_email", language)), language)
    client.post(
        address("account_email_verification_sent", language),
        {"code": code_in(Notice.objects.get(recipient="i-ri@example.al"))},
    )
    member.refresh_from_db()
    assert member.email == "i-ri@example.al"


def code_in(notice):
    return re.search(r"^([A-Z0-9]{3,8}(?:-[A-Z0-9]{3,8})?)$", notice.body_text, re.MULTILINE).group(1)
