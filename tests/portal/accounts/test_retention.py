"""The dates run: what is too old goes, a small batch at a time, and what is not stays."""

from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth.models import Group
from django.contrib.sessions.models import Session
from django.utils import timezone

from portal.accounts.enums import Role
from portal.accounts.models import AuditEntry, Participant, User
from portal.accounts.retention import DEEDS_OF_STAFF, IDENTITY, LETTERS, LOOSE_IDENTITY, UNCONFIRMED_ACCOUNTS
from portal.accounts.services import create_staff
from portal.accounts.services.retain import (
    close_unconfirmed_accounts,
    end_identities,
    end_loose_identities,
    end_sessions,
    forget_old_deeds,
    forget_old_letters,
)
from portal.notifications.enums import NoticeState
from portal.notifications.models import Notice

DAY = timedelta(days=1)


def ago(period):
    return timezone.now() - period


class Closing:
    """A holder of a room whose matters closed: tells whose, when asked for a moment late enough."""

    label, fields = "test", ()

    def __init__(self, **closed):
        self.closed = closed

    def closed_before(self, at):
        return [pk for pk, closed_at in self.closed.values() if closed_at < at]


def test_identities_end_a_while_after_the_matter_closed(home, monkeypatch):
    old, new = (Participant.objects.create(email=f"{name}@example.al") for name in ("old", "new"))
    holder = Closing(old=(old.pk, ago(IDENTITY.period + DAY)), new=(new.pk, ago(IDENTITY.period - DAY)))
    monkeypatch.setattr("portal.accounts.services.retain.all_holders", lambda: (holder, object()))

    assert end_identities() == 1

    assert list(Participant.objects.all()) == [new]


def test_a_participant_whose_act_is_gone_goes_too(home):
    Participant.objects.create(email="old@example.al", created_at=ago(LOOSE_IDENTITY.period + DAY))
    fresh = Participant.objects.create(email="new@example.al", created_at=ago(LOOSE_IDENTITY.period - DAY))

    assert end_loose_identities() == 1

    assert list(Participant.objects.all()) == [fresh]


def test_a_batch_is_small(home):
    Participant.objects.bulk_create(
        Participant(email=f"a{number}@example.al", created_at=ago(LOOSE_IDENTITY.period + DAY)) for number in range(60)
    )

    assert (end_loose_identities(), end_loose_identities(), end_loose_identities()) == (50, 10, 0)


def test_only_accounts_that_nobody_confirmed_are_closed(home):
    long_ago = ago(UNCONFIRMED_ACCOUNTS.period + DAY)
    forgotten = User.objects.create_user("harruar@example.al", date_joined=long_ago)
    EmailAddress.objects.create(user=forgotten, email=forgotten.email, verified=False)
    fresh = User.objects.create_user("i-ri@example.al", date_joined=ago(UNCONFIRMED_ACCOUNTS.period - DAY))
    confirmed = create_staff(email="anetar@example.al", roles=[], password="katër fjalë të ndryshme")
    editor = User.objects.create_user("redaktor@example.al", date_joined=long_ago)
    editor.groups.add(Group.objects.get(name=Role.EDITOR))
    signed_in = User.objects.create_user("hyri@example.al", date_joined=long_ago, last_login=long_ago)
    User.objects.filter(pk=confirmed.pk).update(date_joined=long_ago)

    assert close_unconfirmed_accounts() == 1

    assert set(User.objects.all()) == {fresh, confirmed, editor, signed_in}


@pytest.mark.parametrize(
    ("state", "goes"),
    [
        (NoticeState.SENT, True),
        (NoticeState.DEAD, True),
        (NoticeState.UNCERTAIN, True),
        (NoticeState.QUEUED, False),
        (NoticeState.SENDING, False),
    ],
)
def test_old_letters_go_and_waiting_ones_stay(db, state, goes):
    when = ago(LETTERS.period + DAY)
    sent_at = when if state == NoticeState.SENT else None
    for number, moment in enumerate((when, ago(LETTERS.period - DAY))):
        Notice.objects.create(
            occasion=f"test:{number}",
            recipient="ana@example.al",
            message_id=f"<{number}@x>",
            state=state,
            queued_at=moment,
            sent_at=sent_at and moment,
        )

    assert forget_old_letters() == int(goes)
    assert Notice.objects.count() == 2 - int(goes)


def test_sessions_that_ran_out_end(home, client, member):
    client.force_login(member)
    Session.objects.create(session_key="old", session_data="", expire_date=ago(DAY))

    assert end_sessions() == 1

    assert Session.objects.count() == 1


def test_deeds_are_remembered_for_years_and_then_forgotten(db):
    for period in (DEEDS_OF_STAFF.period + DAY, DEEDS_OF_STAFF.period - DAY):
        AuditEntry.objects.create(deed="x.y", about_type="x", about_key="1", about="X", done_at=ago(period))

    assert forget_old_deeds() == 1
    assert AuditEntry.objects.count() == 1
