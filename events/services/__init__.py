from events.services.announce_event import announce_event
from events.services.call_off_event import call_off_event
from events.services.cancel_registration import cancel_registration
from events.services.change_places import change_places
from events.services.check_in import check_in, undo_check_in
from events.services.close_event import close_event
from events.services.forget_needs import forget_needs
from events.services.forget_registrant import forget_registrant
from events.services.plant_event_index import plant_event_index
from events.services.promote_waiting import promote_waiting
from events.services.register import RegistrationEntry, register
from events.services.revise_event import revise_event
from events.services.start_event import start_event
from events.services.tell_registrant import MANAGE

__all__ = [
    "MANAGE",
    "RegistrationEntry",
    "announce_event",
    "call_off_event",
    "cancel_registration",
    "change_places",
    "check_in",
    "close_event",
    "forget_needs",
    "forget_registrant",
    "plant_event_index",
    "promote_waiting",
    "register",
    "revise_event",
    "start_event",
    "undo_check_in",
]
