"""What this room holds about a person, found by the address they wrote with."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from consultation.enums import Moderation
from consultation.records import Contribution, Follower, Invitation, Support
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
        "consultation.ConsultationComment.reason",
        "consultation.ConsultationComment.language",
        "consultation.CommentTranslation.text",
        "consultation.CommentTranslation.proposed_wording",
        "consultation.CommentTranslation.reason",
        "consultation.ContributionFile.file",
        "consultation.ContributionFile.name",
        "consultation.ContributionFile.sha256",
        "consultation.QuestionAnswer.text",
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
                _("reason"): comment.reason,
                _("written in"): comment.language,
                _("published"): comment.moderation == Moderation.ACCEPTED and not comment.contribution.is_withdrawn,
            }
            for contribution in self._of(email)
            for comment in contribution.comments.all()
        ] + [
            {
                _("receipt"): contribution.receipt,
                _("consultation"): contribution.consultation.number,
                _("files"): [file.name for file in contribution.files.all()],
                _("answers to questions"): [
                    str(answer.option or answer.text or answer.scale) for answer in contribution.answers.all()
                ],
            }
            for contribution in self._of(email)
            if contribution.files.all() or contribution.answers.all()
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
            .prefetch_related("comments__consultation", "files", "answers__option")
        )


class Followed:
    """Consultations that somebody follows, was invited to, or supports a comment in."""

    label = gettext_lazy("Consultations that you follow, were invited to, or support comments in")
    fields = (
        "consultation.Follower.participant",
        "consultation.Follower.language",
        "consultation.Invitation.participant",
        "consultation.Support.participant",
        "consultation.Support.organisation_name",
    )

    def held(self, email: str) -> list[dict[str, Any]]:
        mine = {"participant__email__iexact": email}
        return (
            [
                {
                    _("consultation"): each.consultation.number,
                    _("you"): _("follow it"),
                    _("since"): each.asked_at.isoformat(),
                }
                for each in Follower.objects.filter(**mine).select_related("consultation")
            ]
            + [
                {
                    _("consultation"): each.consultation.number,
                    _("you"): _("were invited"),
                    _("since"): each.invited_at.isoformat(),
                }
                for each in Invitation.objects.filter(**mine).select_related("consultation")
            ]
            + [
                {
                    _("consultation"): each.comment.consultation.number,
                    _("comment"): each.comment.number,
                    _("you"): _("support it"),
                    _("organisation"): each.organisation_name,
                    _("since"): each.sent_at.isoformat(),
                }
                for each in Support.objects.filter(**mine).select_related("comment__consultation")
            ]
        )

    def erase(self, email: str) -> int:
        """Following and invitations end. A support stays counted, by nobody: an organisation's with its name."""
        mine = {"participant__email__iexact": email}
        supports = Support.objects.filter(**mine)
        count = supports.filter(confirmed_at=None).delete()[0] + supports.update(participant=None)
        for model in (Follower, Invitation):
            count += model._default_manager.filter(**mine).delete()[0]
        return count


PERSONAL_DATA = (Contributions(), Followed())
