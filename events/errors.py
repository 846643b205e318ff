from django.utils.translation import gettext_lazy as _

from portal.accounts.errors import Refusal


class RegistrationNotOpen(Refusal):
    message = _("Registration for this event is not open.")


class RegistrationCannotBeCancelled(Refusal):
    message = _("This registration can no longer be cancelled.")


class PlacesAlreadyTaken(Refusal):
    """The wished capacity or reservations contradict places that people already have."""

    def __init__(self, needed: int) -> None:
        super().__init__(needed)
        self.message = _(
            "Places already taken and reserved add up to %(needed)d. The event needs at least as many."
        ) % {"needed": needed}


class EventNotInPreparation(Refusal):
    message = _("Only an event in preparation can be announced.")


class EventAlreadyBegun(Refusal):
    message = _("An event that has begun can no longer be cancelled.")


class EventNotAnnounced(Refusal):
    message = _("This event is not announced, or no longer.")


class EventNotOver(Refusal):
    message = _("An event can be closed once it has ended.")


class DoorClosed(Refusal):
    message = _("Arrivals are noted from four hours before the event until one day after it.")


class NoPlaceAtTheDoor(Refusal):
    message = _("Only people who have a place can be checked in.")


class AddressWordTaken(Refusal):
    message = _("This title makes an address that the portal needs for itself. Add a word to it.")
