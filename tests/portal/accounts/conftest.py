from collections.abc import Callable

import pytest
from django.test import Client

from portal.accounts.enums import Role
from portal.accounts.models import User
from portal.accounts.services import create_staff, sync_roles
from portal.home.pages import HomePage

PASSWORD = "katër fjalë krejt të ndryshme"


@pytest.fixture
def staff(home: HomePage) -> Callable[..., User]:
    """Make an account with roles; everybody's password is `PASSWORD`."""
    sync_roles()

    def make(*roles: Role, email: str = "staf@example.al") -> User:
        return create_staff(email=email, roles=roles, password=PASSWORD)

    return make


@pytest.fixture
def member(home: HomePage) -> User:
    return create_staff(email="anetar@example.al", roles=[], password=PASSWORD)


@pytest.fixture
def signed_in(client: Client) -> Callable[[User], Client]:
    """The client after signing in by the form, as a person does."""

    def sign_in(user: User) -> Client:
        answer = client.post("/en/account/login/", {"login": user.email, "password": PASSWORD})
        assert answer.status_code == 302, answer.content.decode()
        return client

    return sign_in
