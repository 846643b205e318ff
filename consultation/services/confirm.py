from django.db import transaction

from consultation.errors import AlreadyWithdrawn, ConfirmationTooLate
from consultation.policies import may_confirm
from consultation.records import Contribution
from consultation.services.follow import follow_by_taking_part
from consultation.services.publish import publish_unread
from portal.delivery.generation import raise_generation
from portal.work.clock import database_now


@transaction.atomic
def confirm_contribution(*, contribution: Contribution) -> Contribution:
    """Note that the author holds the address. A second click changes nothing and is no error."""
    contribution = (
        Contribution.objects.select_for_update(of=("self",), no_key=True)
        .select_related("consultation", "participant")
        .get(pk=contribution.pk)
    )
    now = database_now()
    if contribution.is_withdrawn:
        raise AlreadyWithdrawn
    if contribution.is_confirmed:
        return contribution
    if not may_confirm(contribution, now):
        raise ConfirmationTooLate
    contribution.confirmed_at = now
    contribution.full_clean()
    contribution.save()
    participant = contribution.participant
    if participant is not None:
        participant.confirmed_at = now
        participant.save(update_fields=["confirmed_at"])
    follow_by_taking_part(contribution=contribution)
    if publish_unread(contribution=contribution, at=now):
        raise_generation()
    return contribution
