from portal.accounts.records.audit import AuditEntry
from portal.accounts.records.erasure import Erasure
from portal.accounts.records.limit import DailySalt, LimitUse
from portal.accounts.records.participant import Participant
from portal.accounts.records.user import User

__all__ = ["AuditEntry", "DailySalt", "Erasure", "LimitUse", "Participant", "User"]
