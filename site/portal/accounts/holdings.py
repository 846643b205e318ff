"""What the commons themselves hold about an address, in the same shape as what rooms hand in."""

from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import ModelLogEntry

from portal.accounts.personal_data import HoldsPersonalData, holders
from portal.accounts.records import Participant, User


class Participations(HoldsPersonalData):
    """Names and organisations beside contributions and registrations. The acts themselves are their rooms' to show."""

    label = gettext_lazy("Who you said you are")
    fields = (
        "accounts.Participant.email",
        "accounts.Participant.name",
        "accounts.Participant.organisation",
        "accounts.Participant.language",
    )

    def held(self, email: str) -> list[dict[str, Any]]:
        return [
            {
                _("e-mail address"): row.email,
                _("name"): row.name,
                _("organisation"): row.organisation,
                _("language of letters"): row.language,
                _("written at"): row.created_at.isoformat(),
                _("address confirmed at"): row.confirmed_at.isoformat() if row.confirmed_at else None,
            }
            for row in Participant.objects.filter(email__iexact=email).order_by("created_at", "pk")
        ]

    def erase(self, email: str) -> int:
        rows = Participant.objects.filter(email__iexact=email)
        count = rows.count()
        rows.delete()
        return count


class Account(HoldsPersonalData):
    """The account with its addresses, devices and second factor. Its passwords and codes are hashes and keys: not shown."""

    label = gettext_lazy("Your account")
    fields = (
        "accounts.User.email",
        "accounts.User.first_name",
        "accounts.User.last_name",
        "accounts.User.language",
        "accounts.User.institution",
        "accounts.User.password",
        "accounts.User.last_login",
        "account.EmailAddress.email",
        "usersessions.UserSession.ip",
        "usersessions.UserSession.user_agent",
        "mfa.Authenticator.data",
    )

    def held(self, email: str) -> list[dict[str, Any]]:
        return [self._told(user) for user in User.objects.filter(email__iexact=email)]

    def _told(self, user: User) -> dict[str, Any]:
        return {
            _("e-mail address"): user.email,
            _("other addresses"): list(
                EmailAddress.objects.filter(user=user).exclude(email__iexact=user.email).values_list("email", flat=True)
            ),
            _("name"): user.get_full_name(),
            _("language of letters"): user.language,
            _("institution"): str(user.institution or ""),
            _("roles"): [str(role.label) for role in sorted(user.roles)],
            _("account opened at"): user.date_joined.isoformat(),
            _("last signed in at"): user.last_login.isoformat() if user.last_login else None,
            _("second factor"): Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).exists(),
            _("devices signed in"): [
                {
                    "IP": session.ip,
                    _("program"): session.user_agent,
                    _("last seen at"): session.last_seen_at.isoformat(),
                }
                for session in UserSession.objects.filter(user=user).order_by("-last_seen_at")
            ],
        }

    def erase(self, email: str) -> int:
        count = 0
        for user in User.objects.filter(email__iexact=email):
            for session in UserSession.objects.filter(user=user):
                session.end()
            ModelLogEntry.objects.for_instance(user).delete()
            user.delete()
            count += 1
        return count


OWN: tuple[HoldsPersonalData, ...] = (Participations(), Account())


def all_holders() -> tuple[HoldsPersonalData, ...]:
    """Rooms first: they find their rows through the participants that are erased after them."""
    return (*holders(), *OWN)
