"""How long a page stays true. Rooms name the next instant at which the clock alone changes what they show."""

from datetime import datetime, timedelta

from django.http import HttpRequest
from django.utils import timezone

LONGEST = timedelta(minutes=10)

_NEXT_CHANGE = "page_changes_at"


def expire_at(request: HttpRequest, instant: datetime | None) -> None:
    """Keep the page that answers this request no longer than until `instant`; the earliest of several counts.

    Pass only what lies ahead by the clock that the page was made with: an instant that has passed by the time the page
    is stored means that the page is old already, and it is not stored.
    """
    if instant is None:
        return
    known: datetime | None = getattr(request, _NEXT_CHANGE, None)
    setattr(request, _NEXT_CHANGE, instant if known is None else min(known, instant))


def page_expiry(request: HttpRequest, now: datetime) -> datetime:
    """When this page must be made anew: at its next change, at midnight (it may count days), and soon anyway."""
    midnight = timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
    bounds = [now + LONGEST, midnight]
    if (change := getattr(request, _NEXT_CHANGE, None)) is not None:
        bounds.append(change)
    return min(bounds)
