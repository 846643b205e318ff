from datetime import datetime

from consultation.enums import Moderation, ModerationMoment
from consultation.records import ConsultationComment, Contribution, ModerationEvent
from consultation.services.suspicion import HELD_FROM
from portal.search.services import queue_reindex


def publish_unread(*, contribution: Contribution, at: datetime) -> int:
    """Publish what was confirmed before a moderator reads it, where the consultation has it so.

    What points speak against, or a moderator hid before, waits to be read all the same.
    """
    if contribution.consultation.moderation_moment != ModerationMoment.AFTER or contribution.suspicion >= HELD_FROM:
        return 0
    comments: list[ConsultationComment] = list(
        contribution.comments.filter(moderation=Moderation.PENDING, withdrawn_at=None).exclude(
            moderation_events__after=Moderation.HIDDEN
        )
    )
    for comment in comments:
        ModerationEvent.objects.create(comment=comment, before=comment.moderation, after=Moderation.ACCEPTED, at=at)
        comment.moderation = Moderation.ACCEPTED
        comment.save(update_fields=["moderation"])
    queue_reindex("comment", *(comment.pk for comment in comments))
    return len(comments)
