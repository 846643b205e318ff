"""Personal invitations to comment, once an address, each by a letter; and one reminder a day to those who have not."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef

from consultation.errors import NotAllowed, NotAnnounced
from consultation.policies import may_coordinate
from consultation.records import Consultation, Contribution, Invitation
from consultation.selectors import title_of
from portal.accounts.fingerprints import fingerprint
from portal.accounts.links import sign
from portal.accounts.models import Participant
from portal.accounts.services import record_audit
from portal.languages.enums import Language
from portal.notifications.services import queue_letter
from portal.stakeholders.models import StakeholderCategory
from portal.work.clock import database_now

MOST_AT_ONCE = 200


@dataclass(frozen=True)
class Guest:
    """One line of the list that a coordinator pastes."""

    email: str
    name: str = ""
    organisation: str = ""
    category: StakeholderCategory | None = None
    language: str = Language.ALBANIAN


@transaction.atomic
def invite(*, consultation: Consultation, by: Any, guests: Sequence[Guest]) -> list[Invitation]:
    """Invite those who were not invited before; return the new invitations."""
    if not may_coordinate(by):
        raise NotAllowed
    consultation = Consultation.objects.select_for_update(no_key=True).get(pk=consultation.pk)
    if consultation.announced_at is None:
        raise NotAnnounced
    now = database_now()
    invited = []
    known = set(consultation.invitations.values_list("address_hash", flat=True))
    for guest in guests[:MOST_AT_ONCE]:
        mark = fingerprint(guest.email)
        if mark in known:
            continue
        known.add(mark)
        participant = Participant(
            email=guest.email.lower(), name=guest.name, organisation=guest.organisation, language=guest.language
        )
        participant.full_clean()
        participant.save()
        invitation = Invitation(
            consultation=consultation,
            participant=participant,
            category=guest.category,
            address_hash=mark,
            invited_at=now,
        )
        invitation.full_clean()
        invitation.save()
        _write(invitation, "invited", str(invitation.pk))
        invited.append(invitation)
    record_audit(actor=by, deed="consultation.invite", about=consultation, detail={"invited": len(invited)})
    return invited


@transaction.atomic
def remind_invited(*, consultation: Consultation, by: Any) -> int:
    """Write once more to those who were invited and have sent nothing, once a day at most."""
    if not may_coordinate(by):
        raise NotAllowed
    now = database_now()
    waiting = waiting_invitations(consultation)[:MOST_AT_ONCE] if consultation.is_open(now) else []
    for invitation in waiting:
        _write(invitation, "invitation_reminder", f"{invitation.pk}:{now:%Y%m%d}")
    record_audit(actor=by, deed="consultation.remind", about=consultation, detail={"reminded": len(waiting)})
    return len(waiting)


def waiting_invitations(consultation: Consultation) -> list[Invitation]:
    sent = Contribution.objects.filter(
        consultation=consultation, participant__email__iexact=OuterRef("participant__email"), withdrawn_at=None
    )
    rows = consultation.invitations.filter(~Exists(sent), participant__isnull=False)
    return list(rows.select_related("participant", "consultation").order_by("pk"))


def _write(invitation: Invitation, letter: str, key: str) -> None:
    consultation, guest = invitation.consultation, invitation.participant
    assert guest is not None  # asked for above: without an address there is nobody to write to
    queue_letter(
        f"consultation/{letter}",
        to=guest.email,
        language=Language(guest.language),
        occasion=f"consultation/{letter}:{key}",
        context={
            "number": consultation.number,
            "titles": {each.value: title_of(consultation, each) for each in Language},
            "closes_at": consultation.closes_at,
            "is_example": consultation.is_example,
            "token": sign("consultation.invitation", invitation.pk),
        },
    )
