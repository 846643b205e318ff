from portal.notifications.records import Notice, NoticeAttachment

__all__ = ["Notice", "NoticeAttachment"]
