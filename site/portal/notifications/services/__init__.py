from portal.notifications.services.claim_letters import claim_letters, settle_lapsed_leases
from portal.notifications.services.erase_letters import delete_old_letters, erase_letters
from portal.notifications.services.queue_letter import Attachment, queue_letter
from portal.notifications.services.send_again import send_again
from portal.notifications.services.send_letters import send_due_letters

__all__ = [
    "Attachment",
    "claim_letters",
    "delete_old_letters",
    "erase_letters",
    "queue_letter",
    "send_again",
    "send_due_letters",
    "settle_lapsed_leases",
]
