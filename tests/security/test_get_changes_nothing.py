"""Looking is free: no GET or HEAD, by anybody, at any door, leaves a trace in the database."""

import pytest
from django.db import connection

from portal.accounts.models import User
from tests.security.cast import MEMBER, STRANGER, client_of
from tests.security.crawl import Crawl
from tests.security.doors import all_doors
from tests.security.fingerprint import changed, fingerprint
from tests.security.things import make_things

pytestmark = pytest.mark.django_db(transaction=True)

# Wagtail notes who is editing what, to warn a second editor, and follows pages for whoever edits them.
OF_THE_EDITOR = frozenset({"wagtailadmin_editingsession", "wagtailcore_pagesubscription"})
# allauth writes the address of an account that was made without its help into its own table when it first meets it.
OF_ALLAUTH = frozenset({"account_emailaddress"})
# The counters of its limits lie in the shared cache.
OF_LIMITS = frozenset({"shared_cache"})


@pytest.mark.parametrize("who", [STRANGER, MEMBER])
def test_a_walk_through_the_public_site_changes_nothing(seeded, who):
    client = client_of(who)
    before = fingerprint(OF_ALLAUTH)

    seen = [address for address, _response, _text in Crawl(client).everything()]

    assert len(seen) > 40
    assert changed(before, fingerprint(OF_ALLAUTH)) == set()


def test_a_strangers_look_behind_every_door_changes_nothing(seeded):
    things = make_things()
    client = client_of(STRANGER)
    before = fingerprint(OF_THE_EDITOR | OF_LIMITS)

    for door in all_doors():
        for look in (client.get, client.head):
            cookies = client.cookies.copy()
            look(door.address(things))
            client.cookies = cookies

    assert changed(before, fingerprint(OF_THE_EDITOR | OF_LIMITS)) == set()


def test_the_fingerprint_itself_sees_one_changed_letter(seeded):
    before = fingerprint()

    with connection.cursor() as cursor:
        cursor.execute("UPDATE accounts_user SET first_name = 'A' WHERE id = (SELECT MIN(id) FROM accounts_user)")

    assert changed(before, fingerprint()) == {User._meta.db_table}
