"""What became of one contribution: my words, the decision, the reason, the sentence before and after."""

from dataclasses import dataclass
from typing import Any

from consultation.enums import LineageKind
from consultation.records import ConsultationComment, Contribution, Provision, ProvisionLineage
from consultation.selectors.comments import public_answers, public_answers_prefetch
from consultation.selectors.matrix import shown_response
from consultation.selectors.showing import ShownComment, shown_comment


@dataclass(frozen=True)
class Change:
    """The text that was commented on, and what it reads now."""

    before: Provision
    after: Provision | None
    kind: str

    @property
    def is_same(self) -> bool:
        return self.kind in {LineageKind.SAME, LineageKind.MOVED} and self.after is not None


@dataclass(frozen=True)
class Outcome:
    comment: ConsultationComment
    shown: ShownComment
    answers: list[dict[str, Any]]
    change: Change | None

    @property
    def is_readable(self) -> bool:
        return self.comment.moderation == "accepted"


def outcomes_of(contribution: Contribution) -> list[Outcome]:
    comments = list(
        contribution.comments.filter(withdrawn_at=None)
        .select_related(
            "consultation__institution",
            "contribution__participant",
            "contribution__category",
            "provision__version",
            "measure",
            "reply_to",
        )
        .prefetch_related(public_answers_prefetch())
        .order_by("number")
    )
    return [
        Outcome(
            comment=comment,
            shown=shown_comment(comment, names_target=True, answered=False),
            answers=[shown_response(each, comment.consultation) for each in public_answers(comment)],
            change=change_of(comment),
        )
        for comment in comments
    ]


def change_of(comment: ConsultationComment) -> Change | None:
    """From the words that were read to the latest draft that is public: step by step along the first successors."""
    if comment.provision is None:
        return None
    kind, here, after = "", comment.provision, comment.provision
    while step := _next(here):
        kind = step.kind if kind in {"", LineageKind.SAME} or step.kind == LineageKind.DROPPED else kind
        if step.later is None:
            return Change(comment.provision, None, kind)
        here = after = step.later
    return Change(comment.provision, after, kind) if kind else None


def _next(provision: Provision) -> ProvisionLineage | None:
    """The step into the next draft, if that draft is public."""
    steps = ProvisionLineage.objects.filter(earlier=provision, is_primary=True).select_related("later__version")
    step = steps.first()
    if step is None or step.later is None:
        return step if step is not None and _next_is_public(provision) else None
    return step if step.later.version.published_at is not None else None


def _next_is_public(provision: Provision) -> bool:
    versions = provision.version.consultation.versions.filter(number__gt=provision.version.number)
    return versions.filter(published_at__isnull=False).exists()
