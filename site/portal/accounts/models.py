from portal.accounts.records import AuditEntry, DailySalt, Erasure, LimitUse, Participant, User

__all__ = ["AuditEntry", "DailySalt", "Erasure", "LimitUse", "Participant", "User"]
