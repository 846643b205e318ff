"""How long the portal keeps what it knows about people: the one place of all periods, for the sweeps and for the reader."""

from dataclasses import dataclass
from datetime import timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Kept:
    """`what` is kept `because` of something, for `period` after `since`."""

    what: Promise
    because: Promise
    since: Promise
    period: timedelta


IDENTITY = Kept(
    _("Name, organisation and address beside a comment or registration"),
    _("to confirm it, to answer it and to tell you what became of it"),
    _("after the consultation closed or the event ended"),
    timedelta(days=365),
)
LETTERS = Kept(
    _("That a letter was sent, and its subject"),
    _("to find out what went wrong when one does not arrive"),
    _("after it was sent; links and codes in it are deleted at once"),
    timedelta(days=90),
)
UNCONFIRMED_ACCOUNTS = Kept(
    _("An account whose address was never confirmed"),
    _("so that you can still confirm it"),
    _("after it was opened"),
    timedelta(days=30),
)
LOOSE_IDENTITY = Kept(
    _("Name and address of a comment or registration that was withdrawn"),
    _("to tell you that it was withdrawn"),
    _("after you wrote it"),
    timedelta(days=30),
)
SESSIONS = Kept(
    _("Address and program of a device that is signed in"),
    _("so that you recognise a device that is not yours"),
    _("after you signed in last"),
    timedelta(days=14),
)
DEEDS_OF_STAFF = Kept(
    _("What somebody with a role did"),
    _("to account for decisions"),
    _("after the deed"),
    timedelta(days=5 * 365),
)

RETENTION = (IDENTITY, LOOSE_IDENTITY, LETTERS, UNCONFIRMED_ACCOUNTS, SESSIONS, DEEDS_OF_STAFF)
