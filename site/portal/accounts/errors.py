from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Refusal(Exception):
    """A named "no" with a sentence for the reader. Rooms derive theirs from it; views turn them into form errors."""

    message: str | Promise = _("This cannot be done.")

    def __str__(self) -> str:
        return str(self.message)


class LinkNotValid(Refusal):
    message = _("This link is not valid, or no longer.")
