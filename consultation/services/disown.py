from django.db import transaction

from consultation.records import Contribution
from portal.accounts.enums import Role
from portal.accounts.models import User
from portal.accounts.services import record_audit
from portal.delivery.generation import raise_generation
from portal.languages.enums import Language
from portal.notifications.services import queue_letter
from portal.search.services import queue_reindex
from portal.work.clock import database_now


@transaction.atomic
def disown_contribution(*, contribution: Contribution) -> Contribution:
    """Whoever holds the address says that it was not they: the comments go from the public at once, moderators are told.

    It may be said at any time, also after closing: a false comment must not stay because the term is over.
    """
    contribution = (
        Contribution.objects.select_for_update(of=("self",), no_key=True)
        .select_related("consultation", "participant")
        .get(pk=contribution.pk)
    )
    if contribution.disowned_at is not None:
        return contribution
    contribution.disowned_at = database_now()
    contribution.save(update_fields=["disowned_at"])
    record_audit(actor=None, deed="consultation.disowned", about=contribution)
    for user in User.objects.filter(is_active=True, groups__name=Role.MODERATOR).distinct():
        queue_letter(
            "consultation/comment_disowned",
            to=user.email,
            language=Language(user.language),
            occasion=f"consultation/comment_disowned:{contribution.pk}",
            context={
                "receipt": contribution.receipt,
                "number": contribution.consultation.number,
                "is_example": contribution.consultation.is_example,
            },
            holds_secret=False,
        )
    queue_reindex("comment", *contribution.comments.values_list("pk", flat=True))
    raise_generation()
    return contribution
