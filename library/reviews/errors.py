from django.utils.translation import gettext_lazy as _

from portal.accounts.errors import Refusal


class NotTheSecretariat(Refusal):
    message = _("Only the secretariat and editors may change reviews.")


class StillConsulted(Refusal):
    message = _("A consultation or a recommendation points to this. Take that link away first.")
