import math
from datetime import timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext


class Refusal(Exception):
    """A named "no" with a sentence for the reader. Rooms derive theirs from it; views turn them into form errors."""

    message: str | Promise = _("This cannot be done.")

    def __str__(self) -> str:
        return str(self.message)


class LinkNotValid(Refusal):
    message = _("This link is not valid, or no longer.")


class TooOften(Refusal):
    """Answered with status 429 and `Retry-After: {{ refusal.seconds }}`."""

    def __init__(self, retry_after: timedelta) -> None:
        super().__init__()
        self.seconds = max(math.ceil(retry_after.total_seconds()), 1)
        minutes = math.ceil(self.seconds / 60)
        self.message = ngettext(
            "This was sent too often from your connection. Please try again in %(minutes)d minute.",
            "This was sent too often from your connection. Please try again in %(minutes)d minutes.",
            minutes,
        ) % {"minutes": minutes}


class AddressTaken(Refusal):
    message = _("There is already an account with this e-mail address.")


class StaffAccountsAreClosedByHand(Refusal):
    message = _("This address belongs to an account with a role. An administrator closes it and then erases the data.")
