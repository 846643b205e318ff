from portal.accounts.services.audit import record_audit
from portal.accounts.services.choose_language import choose_language
from portal.accounts.services.create_staff import create_staff
from portal.accounts.services.my_data import ask_for_my_data, erase_person, everything_held
from portal.accounts.services.replay_erasures import replay_erasures
from portal.accounts.services.sync_roles import sync_roles

__all__ = [
    "ask_for_my_data",
    "choose_language",
    "create_staff",
    "erase_person",
    "everything_held",
    "record_audit",
    "replay_erasures",
    "sync_roles",
]
