"""How often one sender may use a form that anybody can reach. allauth keeps its own limits for signing in."""

import hashlib
import hmac
import ipaddress
import secrets
from datetime import UTC, datetime, timedelta

from allauth.account.adapter import get_adapter
from django.db.models import F
from django.http import HttpRequest
from django.utils import timezone

from portal.accounts.errors import TooOften
from portal.accounts.records import DailySalt, LimitUse


def check_limit(name: str, key: str, times: int, per: timedelta) -> None:
    """Count one use of `name` by `key`; raise `TooOften` beyond `times` in a window of `per`, which is a day at most.

    Call it before the deed and outside its transaction: a use counts also when the deed is refused and rolled back. Neither an
    address nor any other key is stored, only its hash with a salt that is thrown away.
    """
    now = timezone.now()
    length = per.total_seconds()
    began_at = datetime.fromtimestamp(now.timestamp() // length * length, UTC)
    use, _is_new = LimitUse.objects.get_or_create(
        name=name, digest=_digest(key, began_at), began_at=began_at, defaults={"ends_at": began_at + per}
    )
    if not LimitUse.objects.filter(pk=use.pk, times__lt=times).update(times=F("times") + 1):
        raise TooOften(retry_after=use.ends_at - now)


def check_request_limit(name: str, request: HttpRequest, times: int, per: timedelta) -> None:
    """`check_limit` for whoever sends the request: an IPv4 address, or the /64 that a household of IPv6 has."""
    check_limit(name, sender_of(request), times, per)


def sender_of(request: HttpRequest) -> str:
    address = get_adapter(request).get_client_ip(request)
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return str(address)
    if parsed.version == 6:
        return str(ipaddress.ip_network(f"{parsed}/64", strict=False).network_address)
    return str(parsed)


def forget_old_uses() -> int:
    """Throw away the windows that ended, and the salts of days that are over."""
    now = timezone.now()
    keys = LimitUse.objects.filter(ends_at__lt=now).values_list("pk", flat=True)[:50]
    uses, _kinds = LimitUse.objects.filter(pk__in=list(keys)).delete()
    salts, _kinds = DailySalt.objects.filter(day__lt=(now - timedelta(days=1)).date()).delete()
    return uses + salts


def _digest(key: str, began_at: datetime) -> str:
    salt, _is_new = DailySalt.objects.get_or_create(day=began_at.date(), defaults={"salt": secrets.token_hex(32)})
    return hmac.new(salt.salt.encode(), key.encode(), hashlib.sha256).hexdigest()
