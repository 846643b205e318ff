import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.urls import reverse

from portal.accounts.enums import Role
from tests.portal.accounts.conftest import PASSWORD

ADMIN = ["/admin/", "/admin/pages/", "/admin/account/", "/admin/images/", "/admin/api/main/pages/"]


def code_for(secret):
    return format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))


@pytest.fixture
def required(settings):
    settings.MFA_REQUIRED_FOR_STAFF = True


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("address", ADMIN)
def test_staff_without_a_second_factor_see_no_page_of_the_admin(required, staff, client, role, address):
    client.force_login(staff(role))

    answer = client.get(address)

    assert answer.status_code == 302
    assert answer["Location"].endswith("/2fa/totp/activate/")


def test_a_superuser_is_no_exception(required, staff, client):
    user = staff(Role.EDITOR)
    user.groups.clear()
    user.is_superuser = True
    user.save()
    client.force_login(user)

    assert client.get("/admin/")["Location"].endswith("/2fa/totp/activate/")


def test_where_it_is_not_required_staff_may_do_without(staff, client):
    client.force_login(staff(Role.EDITOR))

    assert client.get("/admin/").status_code == 200


def test_a_member_needs_none(required, member, client):
    client.force_login(member)

    assert client.get(reverse("account_home")).status_code == 200


def test_setting_it_up_opens_the_admin_and_is_asked_for_at_the_next_sign_in(required, staff, signed_in):
    editor = staff(Role.EDITOR)
    client = signed_in(editor)
    client.post("/en/account/reauthenticate/", {"password": PASSWORD})
    page = client.get("/en/account/2fa/totp/activate/")
    secret = page.context["form"].secret

    client.post("/en/account/2fa/totp/activate/", {"code": code_for(secret)})

    assert client.get("/admin/").status_code == 200
    client.logout()
    answer = client.post("/en/account/login/", {"login": editor.email, "password": PASSWORD})
    assert answer["Location"].startswith("/en/account/2fa/authenticate/")
    assert "_auth_user_id" not in client.session
    assert client.get("/admin/").status_code == 302


def test_its_key_is_not_in_the_database_as_it_is(staff):
    user = staff(Role.EDITOR)
    auth = TOTP.activate(user, "JBSWY3DPEHPK3PXP")

    row = Authenticator.objects.get(pk=auth.instance.pk)

    assert "JBSWY3DPEHPK3PXP" not in str(row.data)
    assert row.wrap().validate_code(code_for("JBSWY3DPEHPK3PXP"))


def test_the_square_to_scan_stands_in_the_page_itself(staff, signed_in):
    client = signed_in(staff(Role.EDITOR))
    client.post("/en/account/reauthenticate/", {"password": PASSWORD})

    page = client.get("/en/account/2fa/totp/activate/").content.decode()

    assert "<svg" in page
    assert "data:" not in page
    assert 'style="' not in page


def test_guessing_the_second_factor_ends_too(member, client):
    TOTP.activate(member, "JBSWY3DPEHPK3PXP")
    client.post("/en/account/login/", {"login": member.email, "password": PASSWORD})
    for _attempt in range(5):
        client.post("/en/account/2fa/authenticate/", {"code": "000000"})

    client.post("/en/account/2fa/authenticate/", {"code": code_for("JBSWY3DPEHPK3PXP")})

    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize("door", ["/en/account/login/code/confirm/", "/en/account/confirm-email/"])
def test_guessing_a_code_from_a_letter_ends_after_three_attempts(member, client, door):
    if "login" in door:
        client.post("/en/account/login/code/", {"email": member.email})
    else:
        client.post("/en/account/signup/", {"email": "i-ri@example.al"})

    answers = [client.post(door, {"code": "WRONG1"}).status_code for _attempt in range(4)]

    assert answers[0] == 200
    assert answers[-1] == 302, "the code is void and the journey begins anew"
    assert "_auth_user_id" not in client.session
