from django.utils.translation import gettext_lazy as _


class CannotSendAgain(Exception):
    """The commons' floor of letters lies below accounts, whose `Refusal` it cannot derive from; it answers the same way."""

    message = _("Only an uncertain letter, or one that was given up, can be sent again.")

    def __str__(self) -> str:
        return str(self.message)
