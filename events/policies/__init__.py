from events.policies.deeds import (
    is_door_open,
    may_announce,
    may_be_closed,
    may_be_revised,
    may_call_off,
    may_cancel_registration,
    may_check_in,
    may_keep_the_door,
    may_organise,
    may_promote,
    may_register,
)
from events.policies.places import Places, Waiting, next_in_line

__all__ = [
    "Places",
    "Waiting",
    "is_door_open",
    "may_announce",
    "may_be_closed",
    "may_be_revised",
    "may_call_off",
    "may_cancel_registration",
    "may_check_in",
    "may_keep_the_door",
    "may_organise",
    "may_promote",
    "may_register",
    "next_in_line",
]
