"""What this room holds about a person, found by the address they wrote with."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from consultation.enums import Moderation
from consultation.records import Contribution
from consultation.services.erase import erase_contributions


class Contributions:
    """Comments and how they were sent. The name and the address stand with the participant, which the commons hold."""

    label = gettext_lazy("Your comments in consultations")
    fields = (
        "consultation.Contribution.organisation_name",
        "consultation.Contribution.shown_as",
        "consultation.Contribution.language",
        "consultation.ConsultationComment.text",
        "consultation.ConsultationComment.proposed_wording",
        "consultation.ConsultationComment.language",
    )

    def held(self, email: str) -> list[dict[str, Any]]:
        return [
            {
                _("receipt"): comment.contribution.receipt,
                _("consultation"): comment.consultation.number,
                _("category"): comment.contribution.category.name,
                _("organisation"): comment.contribution.organisation_name,
                _("shown to the public"): str(comment.contribution.get_shown_as_display()),
                _("sent at"): comment.contribution.sent_at.isoformat(),
                _("text"): comment.text,
                _("proposed wording"): comment.proposed_wording,
                _("written in"): comment.language,
                _("published"): comment.moderation == Moderation.ACCEPTED and not comment.contribution.is_withdrawn,
            }
            for contribution in self._of(email)
            for comment in contribution.comments.all()
        ]

    def erase(self, email: str) -> int:
        return erase_contributions(contributions=list(self._of(email)))

    def closed_before(self, at: datetime) -> Iterable[int]:
        """Participants whose consultation closed before the given moment: retention ends their identities."""
        contributions = Contribution.objects.filter(consultation__closes_at__lt=at, participant__isnull=False)
        return contributions.order_by("pk").values_list("participant_id", flat=True)

    def _of(self, email: str) -> QuerySet[Contribution]:
        return (
            Contribution.objects.filter(participant__email__iexact=email)
            .select_related("consultation", "category")
            .prefetch_related("comments__consultation")
        )


PERSONAL_DATA = (Contributions(),)
