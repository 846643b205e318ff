"""The accounts of the first run: one for each role, with passwords that nobody else was told."""

from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from portal.accounts.models import User
from portal.accounts.services import create_staff
from portal.seed.services.create_accounts import SHOWN_AT_FIRST_RUN, create_example_accounts

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _own_folder(settings: Any, tmp_path: Path) -> None:
    settings.DATA_DIR = tmp_path


def first_accounts() -> str:
    said = StringIO()
    call_command("first_accounts", stdout=said)
    return said.getvalue()


def test_there_is_an_account_for_each_role_and_its_password_opens_it() -> None:
    made = create_example_accounts()

    assert [email for email, _password in made] == [f"{role.value}@example.al" for role in SHOWN_AT_FIRST_RUN]
    for (email, password), role in zip(made, SHOWN_AT_FIRST_RUN, strict=True):
        account = User.objects.get(email=email)
        assert account.roles == {role}
        assert account.check_password(password)


def test_no_two_passwords_are_alike() -> None:
    passwords = [password for _email, password in create_example_accounts()]

    assert len(set(passwords)) == len(SHOWN_AT_FIRST_RUN)


def test_they_are_made_once_and_shown_again() -> None:
    said = first_accounts()
    hashes = set(User.objects.values_list("password", flat=True))

    assert first_accounts() == said
    assert set(User.objects.values_list("password", flat=True)) == hashes
    assert all(f"{role.value}@example.al" in said for role in SHOWN_AT_FIRST_RUN)


def test_only_the_owner_of_the_folder_reads_the_note(tmp_path: Path) -> None:
    first_accounts()

    assert (tmp_path / "first_accounts.txt").stat().st_mode & 0o077 == 0


def test_where_somebody_has_an_account_already_none_is_made() -> None:
    create_staff(email="admin@shembull.al", roles=[], password="një fjalëkalim i gjatë")

    assert create_example_accounts() == []


def test_where_settings_allow_no_examples_no_account_is_made(settings: Any) -> None:
    settings.EXAMPLES_ALLOWED = False

    assert first_accounts() == ""
    assert not User.objects.exists()
