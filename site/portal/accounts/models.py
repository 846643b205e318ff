from portal.accounts.records import Participant, User

__all__ = ["Participant", "User"]
