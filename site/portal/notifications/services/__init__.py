from portal.notifications.services.queue_letter import Attachment, queue_letter

__all__ = ["Attachment", "queue_letter"]
