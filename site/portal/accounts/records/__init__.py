from portal.accounts.records.participant import Participant
from portal.accounts.records.user import User

__all__ = ["Participant", "User"]
