"""Who sees the outbox, who reads a letter there, and when one may be sent again: actors × moments."""

import pytest

from portal.accounts.enums import Role
from portal.accounts.models import AuditEntry
from portal.accounts.services import create_staff, sync_roles
from portal.notifications.enums import NoticeState
from portal.notifications.errors import CannotSendAgain
from portal.notifications.models import Notice
from portal.notifications.policies import may_be_sent_again, may_read_body, may_see_outbox, may_send_again
from portal.notifications.services import send_again, send_due_letters

KEEPERS = {Role.COORDINATOR, Role.ORGANISER, Role.ADMINISTRATOR}


@pytest.fixture
def staff(home):
    sync_roles()
    return lambda role: create_staff(email="staf@example.al", roles=[role], password="katër fjalë të ndryshme")


@pytest.mark.parametrize("role", list(Role))
def test_coordinators_organisers_and_administrators_keep_the_outbox(staff, role):
    user = staff(role)

    assert (may_see_outbox(user), may_send_again(user)) == (role in KEEPERS, role in KEEPERS)


@pytest.mark.parametrize(
    ("state", "again"),
    [
        (NoticeState.QUEUED, False),
        (NoticeState.SENDING, False),
        (NoticeState.SENT, False),
        (NoticeState.UNCERTAIN, True),
        (NoticeState.DEAD, True),
    ],
)
def test_only_a_letter_in_doubt_is_sent_again(write, state, again):
    notice = write()
    Notice.objects.update(state=state)
    notice.refresh_from_db()

    assert may_be_sent_again(notice) == again
    if not again:
        with pytest.raises(CannotSendAgain):
            send_again(notice=notice, by=None)


@pytest.mark.parametrize(
    ("development", "secret", "readable"),
    [(True, True, True), (True, False, True), (False, False, True), (False, True, False)],
)
def test_a_secret_is_read_in_development_only(staff, write, settings, development, secret, readable):
    settings.LETTERS_READABLE = development
    notice = write(holds_secret=secret)

    assert may_read_body(staff(Role.COORDINATOR), notice) == readable


@pytest.mark.parametrize("role", list(Role))
def test_its_pages_open_to_its_keepers_alone(staff, write, client, role):
    notice = write()
    client.force_login(staff(role))

    answers = [client.get(address).status_code for address in ("/admin/outbox/", f"/admin/outbox/{notice.pk}/")]

    assert answers == ([200, 200] if role in KEEPERS else [302, 302])


def test_the_list_is_narrowed_by_state_and_address(staff, write, client):
    write("ana"), write("beni")
    Notice.objects.filter(recipient="ana@example.al").update(state=NoticeState.DEAD)
    client.force_login(staff(Role.COORDINATOR))

    dead = client.get("/admin/outbox/?state=dead").content.decode()
    found = client.get("/admin/outbox/?q=beni").content.decode()

    assert ("ana@example.al" in dead, "beni@example.al" in dead) == (True, False)
    assert ("ana@example.al" in found, "beni@example.al" in found) == (False, True)


def test_a_newcomer_follows_the_link_from_the_outbox(staff, write, client):
    notice = write()
    client.force_login(staff(Role.COORDINATOR))

    page = client.get(f"/admin/outbox/{notice.pk}/").content.decode()

    assert 'href="http://127.0.0.1:8000/sq/lidhja/"' in page


def test_the_button_acts_by_post_and_is_journalled_without_the_address(staff, write, client):
    notice = write()
    Notice.objects.update(state=NoticeState.UNCERTAIN)
    keeper = staff(Role.ORGANISER)
    client.force_login(keeper)

    assert client.get(f"/admin/outbox/{notice.pk}/send-again/").status_code == 405
    assert "Send again" in client.get(f"/admin/outbox/{notice.pk}/", headers={"accept-language": "en"}).content.decode()
    client.post(f"/admin/outbox/{notice.pk}/send-again/")

    notice.refresh_from_db()
    assert notice.state == NoticeState.QUEUED
    entry = AuditEntry.objects.get(deed="notifications.send_again")
    assert (entry.actor, entry.deed, entry.about_key) == (keeper, "notifications.send_again", str(notice.pk))
    assert "ana@example.al" not in f"{entry.about} {entry.detail}"


@pytest.mark.parametrize("role", sorted(set(Role) - KEEPERS))
def test_nobody_else_sends_again(staff, write, client, role):
    notice = write()
    Notice.objects.update(state=NoticeState.DEAD)
    client.force_login(staff(role))

    client.post(f"/admin/outbox/{notice.pk}/send-again/")

    notice.refresh_from_db()
    assert notice.state == NoticeState.DEAD


def test_sent_again_the_letter_keeps_its_message_id(write, serve):
    notice = write()
    Notice.objects.update(state=NoticeState.UNCERTAIN)
    sink = serve()

    send_again(notice=notice, by=None)
    send_due_letters()

    assert [message["Message-ID"] for message in sink.taken] == [notice.message_id]
