from typing import Any

from django.db import transaction

from consultation.errors import NotACoordinator, NotAllowed
from consultation.policies import may_coordinate
from consultation.records import Consultation
from consultation.selectors import title_of
from portal.accounts.models import User
from portal.accounts.services import record_audit
from portal.languages.enums import Language
from portal.notifications.services import queue_letter
from portal.work.clock import database_now


@transaction.atomic
def hand_over(*, consultation: Consultation, to: User, by: Any) -> Consultation:
    """Give a colleague all that is still to be done. Who had it and who has it now stays in the audit."""
    if not may_coordinate(by):
        raise NotAllowed
    if not may_coordinate(to):
        raise NotACoordinator
    consultation = Consultation.objects.select_for_update(no_key=True).get(pk=consultation.pk)
    before = consultation.coordinator_id
    if before == to.pk:
        return consultation
    consultation.coordinator = to
    consultation.full_clean()
    consultation.save()
    record_audit(actor=by, deed="consultation.hand_over", about=consultation, detail={"from": before, "to": to.pk})
    queue_letter(
        "consultation/handed_over",
        to=to.email,
        language=Language(to.language),
        occasion=f"consultation/handed_over:{consultation.pk}:{to.pk}:{database_now().isoformat()}",
        context={
            "number": consultation.number,
            "key": consultation.pk,
            "titles": {language.value: title_of(consultation, language) for language in Language},
            "closes_at": consultation.closes_at,
            "is_example": consultation.is_example,
        },
    )
    return consultation
