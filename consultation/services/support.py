"""Standing behind somebody else's comment, once a person or organisation; and telling moderators of a wrong one."""

from django.db import transaction

from consultation.errors import ConsultationClosed
from consultation.policies import may_comment
from consultation.records import AbuseReport, ConsultationComment, Support
from consultation.selectors import title_of
from portal.accounts.fingerprints import fingerprint
from portal.accounts.links import sign
from portal.accounts.models import Participant
from portal.delivery.generation import raise_generation
from portal.languages.enums import Language
from portal.notifications.services import queue_letter
from portal.stakeholders.models import StakeholderCategory
from portal.work.clock import database_now


@transaction.atomic
def support_comment(
    *,
    comment: ConsultationComment,
    email: str,
    category: StakeholderCategory,
    language: str,
    organisation: str = "",
    is_known: bool = False,
) -> Support:
    """Stand behind a comment while it is open. The second time from one address changes nothing and tells nobody so."""
    now = database_now()
    if not may_comment(comment.consultation, now):
        raise ConsultationClosed
    email = email.lower()
    mark = fingerprint(email)
    support = Support.objects.filter(comment=comment, address_hash=mark).first()
    if support is None:
        participant = Participant.objects.create(email=email, organisation=organisation, language=language)
        support = Support(comment=comment, participant=participant, address_hash=mark)
        support.category, support.organisation_name, support.sent_at = category, organisation, now
        support.full_clean()
        support.save()
    if support.confirmed_at is not None:
        return support
    if is_known:
        return confirm_support(support=support)
    consultation = comment.consultation
    queue_letter(
        "consultation/support_asked",
        to=email,
        language=Language(language),
        occasion=f"consultation/support_asked:{support.pk}",
        context={
            "number": consultation.number,
            "titles": {each.value: title_of(consultation, each) for each in Language},
            "is_example": consultation.is_example,
            "comment_number": comment.number,
            "text": comment.text,
            "token": sign("consultation.support", support.pk),
        },
    )
    return support


@transaction.atomic
def confirm_support(*, support: Support) -> Support:
    now = database_now()
    if Support.objects.filter(pk=support.pk, confirmed_at=None).update(confirmed_at=now):
        Participant.objects.filter(supports=support, confirmed_at=None).update(confirmed_at=now)
        raise_generation()
    support.refresh_from_db()
    return support


@transaction.atomic
def report_abuse(*, comment: ConsultationComment, reason: str, language: str) -> AbuseReport:
    """Tell the moderators that a published comment breaks the rules. No address is asked for."""
    report = AbuseReport(comment=comment, reason=reason, language=language, reported_at=database_now())
    report.full_clean()
    report.save()
    return report
