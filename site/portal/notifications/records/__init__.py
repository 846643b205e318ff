from portal.notifications.records.notice import Notice, NoticeAttachment

__all__ = ["Notice", "NoticeAttachment"]
