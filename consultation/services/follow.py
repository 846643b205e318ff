"""Who wants letters about a consultation: asked, confirmed, stopped."""

from django.db import transaction

from consultation.records import Consultation, Contribution, Follower
from consultation.selectors import title_of
from portal.accounts.fingerprints import fingerprint
from portal.accounts.links import sign
from portal.accounts.models import Participant
from portal.languages.enums import Language
from portal.notifications.services import queue_letter
from portal.work.clock import database_now


@transaction.atomic
def follow(*, consultation: Consultation, email: str, language: str, is_known: bool = False) -> Follower:
    """Note who wants to be told, once an address. Nobody learns from it whether an address follows already."""
    email = email.lower()
    now = database_now()
    mark = fingerprint(email)
    follower = (
        Follower.objects.select_for_update(of=("self",), no_key=True)
        .filter(consultation=consultation, address_hash=mark)
        .first()
    )
    if follower is None:
        participant = Participant.objects.create(email=email, language=language)
        follower = Follower(consultation=consultation, participant=participant, address_hash=mark)
    elif follower.confirmed_at is not None and follower.stopped_at is None:
        return follower
    follower.language, follower.asked_at = language, now
    follower.confirmed_at = now if is_known else None
    follower.stopped_at = None
    follower.full_clean()
    follower.save()
    if not is_known:
        queue_letter(
            "consultation/follow_asked",
            to=email,
            language=Language(language),
            occasion=f"consultation/follow_asked:{follower.pk}:{now:%Y%m%d%H}",
            context={
                "number": consultation.number,
                "titles": {each.value: title_of(consultation, each) for each in Language},
                "is_example": consultation.is_example,
                "token": sign("consultation.follow", follower.pk),
            },
        )
    return follower


@transaction.atomic
def confirm_following(*, follower: Follower) -> Follower:
    now = database_now()
    Follower.objects.filter(pk=follower.pk, confirmed_at=None).update(confirmed_at=now)
    Participant.objects.filter(pk=follower.participant_id, confirmed_at=None).update(confirmed_at=now)
    follower.refresh_from_db()
    return follower


@transaction.atomic
def stop_following(*, follower: Follower) -> Follower:
    Follower.objects.filter(pk=follower.pk, stopped_at=None).update(stopped_at=database_now())
    follower.refresh_from_db()
    return follower


def follow_by_taking_part(*, contribution: Contribution) -> None:
    """Whoever took part is told what becomes of it, until they stop it. Somebody who stopped before is left alone."""
    participant = contribution.participant
    if participant is None:
        return
    now = database_now()
    Follower.objects.get_or_create(
        consultation=contribution.consultation,
        address_hash=fingerprint(participant.email),
        defaults={
            "participant": participant,
            "language": contribution.language,
            "asked_at": now,
            "confirmed_at": now,
        },
    )
