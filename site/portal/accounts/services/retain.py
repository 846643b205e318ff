"""The dates of `retention` come true: each function deletes one small batch of what is too old and says how many."""

from itertools import islice
from typing import Any

from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet

from portal.accounts.holdings import all_holders
from portal.accounts.records import AuditEntry, Participant, User
from portal.accounts.retention import DEEDS_OF_STAFF, IDENTITY, LETTERS, LOOSE_IDENTITY, UNCONFIRMED_ACCOUNTS
from portal.delivery.generation import raise_generation
from portal.notifications.services import delete_old_letters
from portal.work.batches import MOST_ROWS
from portal.work.clock import database_now


@transaction.atomic
def end_identities() -> int:
    """Delete who stood behind acts whose matter closed long ago. What they said in public stays, without a name."""
    before = database_now() - IDENTITY.period
    keys: set[int] = set()
    for holder in all_holders():
        if hasattr(holder, "closed_before"):
            keys |= set(islice(holder.closed_before(before), MOST_ROWS - len(keys)))
    return _delete_participants(Participant.objects.filter(pk__in=keys))


@transaction.atomic
def end_loose_identities() -> int:
    """Delete participants whose act is gone: nothing points to them any more."""
    old = Participant.objects.filter(created_at__lt=database_now() - LOOSE_IDENTITY.period)
    for relation in Participant._meta.related_objects:
        acts: Any = relation.related_model
        pointing = acts._default_manager.filter(**{relation.field.name: OuterRef("pk")})
        old = old.filter(~Exists(pointing))
    return _delete_participants(old)


def _delete_participants(rows: QuerySet[Participant]) -> int:
    keys = list(rows.order_by("pk").values_list("pk", flat=True)[:MOST_ROWS])
    Participant.objects.filter(pk__in=keys).delete()
    if keys:
        raise_generation()
    return len(keys)


@transaction.atomic
def close_unconfirmed_accounts() -> int:
    """Delete accounts that were opened and never confirmed. Nobody has ever signed in to them."""
    confirmed = EmailAddress.objects.filter(user=OuterRef("pk"), verified=True)
    accounts = User.objects.filter(
        ~Exists(confirmed),
        date_joined__lt=database_now() - UNCONFIRMED_ACCOUNTS.period,
        last_login__isnull=True,
        is_staff=False,
        is_superuser=False,
        groups__isnull=True,
    )
    keys = list(accounts.order_by("pk").values_list("pk", flat=True)[:MOST_ROWS])
    User.objects.filter(pk__in=keys).delete()
    return len(keys)


@transaction.atomic
def end_sessions() -> int:
    """Delete sessions that ran out, and what was noted about their devices."""
    keys = list(
        Session.objects.filter(expire_date__lt=database_now()).values_list("session_key", flat=True)[:MOST_ROWS]
    )
    UserSession.objects.filter(session_key__in=keys).delete()
    Session.objects.filter(session_key__in=keys).delete()
    gone = UserSession.objects.filter(~Exists(Session.objects.filter(session_key=OuterRef("session_key"))))
    loose = list(gone.values_list("pk", flat=True)[: MOST_ROWS - len(keys)])
    UserSession.objects.filter(pk__in=loose).delete()
    return len(keys) + len(loose)


@transaction.atomic
def forget_old_deeds() -> int:
    old = AuditEntry.objects.filter(done_at__lt=database_now() - DEEDS_OF_STAFF.period)
    keys = list(old.values_list("pk", flat=True)[:MOST_ROWS])
    AuditEntry.objects.filter(pk__in=keys).delete()
    return len(keys)


def forget_old_letters() -> int:
    return delete_old_letters(before=database_now() - LETTERS.period)
