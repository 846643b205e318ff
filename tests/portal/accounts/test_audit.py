import pytest
from django.db import transaction

from portal.accounts.enums import Role
from portal.accounts.models import AuditEntry, Participant
from portal.accounts.services import record_audit


def test_a_deed_says_who_in_which_role_did_what_to_which_record(staff, home):
    editor = staff(Role.EDITOR, Role.TRANSLATOR)

    entry = record_audit(actor=editor, deed="pages.publish", about=home, detail={"live": True})

    assert (entry.actor, entry.roles, entry.deed) == (editor, "editor, translator", "pages.publish")
    assert (entry.about_type, entry.about_key, entry.about) == ("home.HomePage", str(home.pk), str(home))


def test_people_are_named_by_number(staff):
    editor = staff(Role.ADMINISTRATOR)
    participant = Participant.objects.create(email="ana@example.al", name="Ana")

    for about in (editor, participant):
        entry = record_audit(actor=editor, deed="accounts.test", about=about)
        assert "@" not in entry.about
        assert "Ana" not in entry.about


def test_a_deed_that_is_rolled_back_leaves_no_entry(staff, home):
    @transaction.atomic
    def fail():
        record_audit(actor=None, deed="x.y", about=home)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()

    assert not AuditEntry.objects.exists()


@pytest.mark.parametrize("role", list(Role))
def test_administrators_alone_read_the_journal(staff, client, role, home):
    user = staff(role)
    record_audit(actor=user, deed="pages.publish", about=home)
    client.force_login(user)

    answer = client.get("/admin/journal/")

    assert answer.status_code == (200 if role == Role.ADMINISTRATOR else 302)
    if role == Role.ADMINISTRATOR:
        assert "pages.publish" in answer.content.decode()


def test_the_journal_is_read_only(staff, client, home):
    client.force_login(staff(Role.ADMINISTRATOR))

    assert client.post("/admin/journal/").status_code == 405
    for address in ("/admin/journal/new/", "/admin/journal/edit/1/", "/admin/journal/delete/1/"):
        assert client.get(address, follow=True).status_code == 404
