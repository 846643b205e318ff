from django.utils.translation import gettext_lazy as _

from portal.accounts.errors import Refusal


class NotTheSecretariat(Refusal):
    message = _("Only the secretariat and editors may change strategies.")


class StillReviewed(Refusal):
    message = _("Reviews or consultations point to this strategy or to a part of it. Take those links away first.")
