"""Accounts in the admin: opened without a password, with roles by name, every change journalled."""

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth.models import Group

from portal.accounts.enums import Role
from portal.accounts.models import AuditEntry, User
from tests.portal.accounts.conftest import PASSWORD


@pytest.fixture
def administrator(staff, client):
    user = staff(Role.ADMINISTRATOR, email="admin@example.al")
    AuditEntry.objects.all().delete()
    client.force_login(user)
    return user


def group(role):
    return Group.objects.get(name=role).pk


def deeds():
    return [(entry.deed, entry.detail) for entry in AuditEntry.objects.order_by("pk")]


def test_an_administrator_opens_an_account_with_a_role_and_no_password(administrator, client):
    answer = client.post(
        "/admin/users/new/", {"email": "E-Re@Example.al", "language": "en", "groups": [group(Role.EDITOR)]}
    )

    assert answer.status_code == 302
    user = User.objects.get(email="e-re@example.al")
    assert (user.language, user.roles, user.has_usable_password()) == ("en", {Role.EDITOR}, False)
    assert EmailAddress.objects.get(user=user).verified
    assert ("accounts.open", {"active": True}) in deeds()
    assert ("accounts.give_roles", {"roles": ["editor"]}) in deeds()
    assert {entry.actor for entry in AuditEntry.objects.all()} == {administrator}


def test_roles_are_named_as_people_name_them(administrator, client):
    page = client.get("/admin/users/new/", headers={"accept-language": "en"}).content.decode()

    assert "Door helper" in page
    assert "door_helper" not in page
    assert 'name="is_superuser"' not in page
    assert 'type="password"' not in page


def test_nobody_becomes_a_superuser_by_a_form(administrator, client):
    client.post("/admin/users/new/", {"email": "a@example.al", "language": "sq", "is_superuser": "on"})
    client.post(
        f"/admin/users/edit/{administrator.pk}/",
        {"email": administrator.email, "language": "sq", "is_superuser": "on", "groups": [group(Role.ADMINISTRATOR)]},
    )

    assert not User.objects.filter(is_superuser=True).exists()


def test_an_address_is_taken_once_whatever_its_case(administrator, staff, client):
    answer = client.post("/admin/users/new/", {"email": "ADMIN@example.al", "language": "sq"})

    assert answer.status_code == 200
    assert User.objects.count() == 1


def test_taking_a_role_away_and_closing_an_account_are_journalled(administrator, staff, client):
    editor = staff(Role.EDITOR)
    AuditEntry.objects.all().delete()

    client.post(f"/admin/users/edit/{editor.pk}/", {"email": editor.email, "language": "sq"})

    editor.refresh_from_db()
    assert not editor.is_active
    assert not editor.groups.exists()
    assert ("accounts.take_roles", {"roles": ["editor"]}) in deeds()
    assert ("accounts.change", {"active": False}) in deeds()


def test_a_closed_account_opens_no_door(administrator, staff, client):
    editor = staff(Role.EDITOR)
    User.objects.filter(pk=editor.pk).update(is_active=False)
    client.logout()

    client.post("/en/account/login/", {"login": editor.email, "password": PASSWORD})

    assert "_auth_user_id" not in client.session


def test_no_account_is_deleted_in_the_admin(administrator, staff, client):
    editor = staff(Role.EDITOR)

    assert client.get(f"/admin/users/delete/{editor.pk}/", follow=True).status_code == 404
    client.post(f"/admin/bulk/accounts/user/delete/?id={editor.pk}")

    assert User.objects.filter(pk=editor.pk).exists()


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.ADMINISTRATOR}))
def test_nobody_else_sees_accounts(staff, client, role):
    client.force_login(staff(role))

    assert client.get("/admin/users/").status_code == 302
    assert client.get("/admin/users/new/").status_code == 302


def test_the_admins_own_account_page_changes_neither_password_nor_address(administrator, client):
    page = client.get("/admin/account/").content.decode()

    assert 'type="password"' not in page
    assert 'name="name_email-email"' not in page
