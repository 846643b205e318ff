from typing import Any

from django.db import transaction

from consultation.enums import Stage
from consultation.errors import AlreadyAnnounced, NotAllowed, NothingToPutOut, ReasonMissing
from consultation.pages import ConsultationPage
from consultation.policies import may_announce, may_cancel, may_coordinate
from consultation.records import Consultation, Provision
from consultation.services.start import set_term
from consultation.services.telling import tell_search
from portal.accounts.services import record_audit
from portal.delivery.generation import raise_generation
from portal.languages.enums import SOURCE_LANGUAGE
from portal.pages.services import publish_page_pair
from portal.work.clock import database_now


@transaction.atomic
def announce_consultation(*, consultation: Consultation, by: Any) -> Consultation:
    """Give the notice: both pages go out, and the term counts from now on.

    A notice is never dated back: if the opening has passed meanwhile, it opens now and the public gets its full term.
    Only an example keeps a past opening, so that it can be shown in its course.
    """
    if not may_coordinate(by):
        raise NotAllowed
    consultation = Consultation.objects.select_for_update(no_key=True).get(pk=consultation.pk)
    now = database_now()
    if not may_announce(by, consultation):
        raise AlreadyAnnounced
    has_text = Provision.objects.filter(version__consultation=consultation).exists()
    if not has_text and not consultation.is_prior_notice:
        raise NothingToPutOut
    backdated = consultation.is_example and consultation.opens_at < now
    set_term(
        consultation,
        consultation.opens_at if backdated else max(consultation.opens_at, now),
        consultation.working_days,
    )
    consultation.stage = Stage.ANNOUNCED
    consultation.announced_at = consultation.opens_at if backdated else now
    consultation.full_clean()
    consultation.save()
    consultation.versions.filter(number=1).update(published_at=consultation.announced_at)
    publish_page_pair(_source_page(consultation), user=by)
    record_audit(
        actor=by,
        deed="consultation.announce",
        about=consultation,
        detail={"closes_at": consultation.closes_at.isoformat()},
    )
    tell_search(consultation)
    raise_generation()
    return consultation


@transaction.atomic
def cancel_consultation(*, consultation: Consultation, by: Any, reason_sq: str, reason_en: str) -> Consultation:
    """Call it off, with a reason that stands on its page. What was sent in stays readable."""
    if not (reason_sq.strip() and reason_en.strip()):
        raise ReasonMissing
    consultation = Consultation.objects.select_for_update(no_key=True).get(pk=consultation.pk)
    now = database_now()
    if not may_cancel(by, consultation):
        raise NotAllowed
    consultation.stage = Stage.CANCELLED
    consultation.cancelled_at = now
    consultation.cancel_reason_sq, consultation.cancel_reason_en = reason_sq, reason_en
    consultation.full_clean()
    consultation.save()
    record_audit(actor=by, deed="consultation.cancel", about=consultation, detail={"reason": reason_sq})
    tell_search(consultation)
    raise_generation()
    return consultation


def _source_page(consultation: Consultation) -> ConsultationPage:
    page: ConsultationPage = consultation.pages.get(locale__language_code=SOURCE_LANGUAGE)
    return page
