from datetime import date
from typing import Any

from django.db import transaction

from consultation.enums import Stage
from consultation.errors import AdoptedTooEarly, ConsultationRunning, NotAllowed
from consultation.policies import may_coordinate
from consultation.records import Consultation
from consultation.services.telling import tell_search
from consultation.working_days import day_of
from library.publications.models import Publication
from portal.accounts.services import record_audit
from portal.delivery.generation import raise_generation
from portal.work.clock import database_now


@transaction.atomic
def note_adoption(
    *, consultation: Consultation, by: Any, adopted_on: date, adopted_act: Publication | None
) -> Consultation:
    """Note when the act was adopted, and which document of the library it is. The days for a complaint count from then."""
    if not may_coordinate(by):
        raise NotAllowed
    consultation = Consultation.objects.select_for_update(of=("self",), no_key=True).get(pk=consultation.pk)
    now = database_now()
    if not consultation.has_closed(now) or consultation.stage == Stage.CANCELLED:
        raise ConsultationRunning
    if not day_of(consultation.closes_at) <= adopted_on <= day_of(now):
        raise AdoptedTooEarly
    consultation.adopted_on, consultation.adopted_act = adopted_on, adopted_act
    consultation.full_clean()
    consultation.save()
    record_audit(
        actor=by, deed="consultation.adopted", about=consultation, detail={"adopted_on": adopted_on.isoformat()}
    )
    tell_search(consultation)
    raise_generation()
    return consultation
