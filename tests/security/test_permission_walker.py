"""Every door × every role × reading and sending: what is seen equals what is declared, and nothing is undeclared."""

import os
from typing import Any

import pytest
from django.db import transaction
from django.test import Client

from tests.security.cast import CAST, client_of
from tests.security.doors import Door, all_doors
from tests.security.policies import read_table, write_table
from tests.security.things import make_things

pytestmark = pytest.mark.django_db(transaction=True)

REFUSED = {400, 401, 403, 404, 405}
SIGN_IN = ("/sq/llogaria/login/", "/en/account/login/", "/admin/login/", "/sq/_util/login/")


def test_no_door_is_undeclared_and_no_policy_without_a_door():
    assert {door.name for door in all_doors()} == set(read_table())


@pytest.mark.parametrize("who", CAST)
def test_each_role_gets_through_the_declared_doors_and_no_other(seeded, who):
    client = client_of(who)
    seen = walk(client, make_things())
    if os.environ.get("DOORS") == "rewrite":
        declare(who, seen)

    table = read_table()
    surprises = [
        f"{method} {name}: {'open' if through else 'shut'}, declared otherwise"
        for (name, method), through in sorted(seen.items())
        if through is not (who in table.get(name, {}).get(method, set()))
    ]
    assert surprises == []


def walk(client: Client, things: dict[str, Any]) -> dict[tuple[str, str], bool]:
    """Whether each door lets this browser through, reading and sending. What it changes is taken back."""
    return {
        (door.name, method): gets_through(client, door, method, things)
        for door in all_doors()
        for method in ("get", "post")
    }


def gets_through(client: Client, door: Door, method: str, things: dict[str, Any]) -> bool:
    address = door.address(things)
    cookies = client.cookies.copy()
    with transaction.atomic():
        response = getattr(client, method)(address)
        transaction.set_rollback(True)
    client.cookies = cookies
    if response.status_code in (301, 302):
        return not leads_away(address, response["Location"])
    if response.status_code >= 500:
        # An empty form that only an editor may send trips Wagtail's own parsing: whoever gets that far was let through.
        assert address.startswith("/admin/"), address
        assert method == "post" or door.name == "wagtailadmin_error_test", address
    return response.status_code not in REFUSED


def leads_away(address: str, location: str) -> bool:
    """To the sign-in page, or to the editors' front page, where Wagtail sends whom it refuses."""
    return location.startswith(SIGN_IN) or (location == "/admin/" and address != "/admin/login/")


def declare(who: str, seen: dict[tuple[str, str], bool]) -> None:
    table = {name: methods for name, methods in read_table().items() if any(name == door for door, _method in seen)}
    for (name, method), through in seen.items():
        people = table.setdefault(name, {}).setdefault(method, set())
        people.add(who) if through else people.discard(who)
    write_table(table)
