"""What stands beside a draft, read once a generation: documents, notices, meetings, who is invited, what it follows."""

from dataclasses import dataclass, field

from consultation.records import Consultation, NoticeGiven, PublicMeeting, SuppliedDocument
from consultation.selectors.visibility import pages_ahead, visible_to
from portal.delivery.memo import until_next_generation
from portal.stakeholders.models import StakeholderCategory


@dataclass(frozen=True)
class Beside:
    documents: list[SuppliedDocument] = field(default_factory=list)
    notices: list[NoticeGiven] = field(default_factory=list)
    meetings: list[PublicMeeting] = field(default_factory=list)
    invited: list[StakeholderCategory] = field(default_factory=list)
    follows: Consultation | None = None
    has_questions: bool = False
    followed_by: list[Consultation] = field(default_factory=list)
    """The drafts that this prior notice led to."""


@until_next_generation
def beside(key: int) -> Beside:
    """For the public: another consultation is named only where anybody may read it."""
    consultation = Consultation.objects.get(pk=key)
    public = visible_to(None).prefetch_related(pages_ahead())
    follows = consultation.follows_id and public.filter(pk=consultation.follows_id).first()
    return Beside(
        documents=list(consultation.documents.all()),
        notices=list(consultation.notices_given.all()),
        meetings=list(consultation.meetings.all()),
        invited=list(consultation.invited_categories.all()),
        follows=follows or None,
        has_questions=consultation.questions.exists(),
        followed_by=list(public.filter(follows=consultation).order_by("number"))
        if consultation.is_prior_notice
        else [],
    )
