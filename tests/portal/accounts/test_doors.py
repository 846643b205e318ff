import pytest

from portal.accounts.enums import Role
from tests.portal.accounts.conftest import PASSWORD


@pytest.mark.parametrize("door", ["/admin/login/", "/en/_util/login/"])
def test_every_sign_in_form_is_the_one_with_limits(home, client, door):
    answer = client.get(f"{door}?next=/admin/pages/", headers={"accept-language": "en"})

    assert answer.status_code == 302
    assert answer["Location"] == "/en/account/login/?next=%2Fadmin%2Fpages%2F"


@pytest.mark.parametrize(
    "elsewhere", ["https://evil.example/", "//evil.example/", "javascript:alert(1)", "https:evil.example"]
)
def test_nobody_is_led_elsewhere(home, client, elsewhere):
    answer = client.get("/admin/login/", {"next": elsewhere}, headers={"accept-language": "en"})

    assert answer["Location"] == "/en/account/login/"


@pytest.mark.parametrize("door", ["/admin/login/", "/en/_util/login/", "/admin/password_reset/"])
def test_closed_doors_take_no_passwords(home, client, door):
    assert client.post(door, {"username": "a@example.al", "password": "x"}).status_code == 405


@pytest.mark.parametrize("door", ["/admin/password_reset/", "/admin/password_reset/confirm/MQ/set-password/"])
def test_a_new_password_is_asked_for_at_one_place(home, client, door):
    answer = client.get(door, headers={"accept-language": "en"})

    assert answer["Location"] == "/en/account/password/reset/"


def test_an_editor_comes_back_to_the_page_asked_for(staff, client):
    editor = staff(Role.EDITOR)
    asked = client.get("/admin/pages/", headers={"accept-language": "en"})
    door = client.get(asked["Location"], headers={"accept-language": "en"})

    answer = client.post(door["Location"], {"login": editor.email, "password": PASSWORD, "next": "/admin/pages/"})

    assert answer["Location"] == "/admin/pages/"
    assert client.get("/admin/pages/", follow=True).status_code == 200


def test_leaving_the_admin_needs_a_button_and_ends_at_the_one_door(staff, signed_in):
    client = signed_in(staff(Role.EDITOR))

    assert client.get("/admin/logout/").status_code == 405
    client.post("/admin/logout/")

    assert "_auth_user_id" not in client.session


def test_guessing_a_password_ends_after_five_attempts_whatever_the_sender(staff, client):
    editor = staff(Role.EDITOR)
    for attempt in range(5):
        client.post(
            "/en/account/login/", {"login": editor.email, "password": "gabim"}, REMOTE_ADDR=f"192.0.2.{attempt}"
        )

    answer = client.post("/en/account/login/", {"login": editor.email, "password": PASSWORD}, REMOTE_ADDR="192.0.2.99")

    assert answer.status_code == 200
    assert "_auth_user_id" not in client.session


def test_guessing_many_accounts_from_one_place_ends_too(home, client):
    answers = [
        client.post("/en/account/login/", {"login": f"a{attempt}@example.al", "password": "gabim"}).content.decode()
        for attempt in range(11)
    ]

    assert "Too many failed login attempts" not in answers[9]
    assert "Too many failed login attempts" in answers[10]
