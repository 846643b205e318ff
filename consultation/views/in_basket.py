"""What a visitor gathers before sending it at once. It lies in the session, for thirty days from the last change."""

import secrets
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.http import HttpRequest

from consultation.errors import TooManyInBasket
from consultation.records import Consultation, Provision
from consultation.selectors.showing import measure_name, provision_name, whole_name
from consultation.services import Remark
from library.strategy.models import Measure

BASKETS = "consultation.baskets"
LASTS = timedelta(days=30)
MOST_REMARKS = 50
MOST_CHARACTERS = 300_000
WORDS = ("text", "proposed_wording", "reason", "language")


@dataclass(frozen=True)
class Gathered:
    """One remark in the basket, with what it is on."""

    key: str
    remark: Remark
    name: str


def rows_of(request: HttpRequest, consultation: Consultation) -> list[dict[str, Any]]:
    """As they lie in the session. A reader without one is not given one by looking."""
    if settings.SESSION_COOKIE_NAME not in request.COOKIES and not request.session.session_key:
        return []
    return list(request.session.get(BASKETS, {}).get(str(consultation.pk), []))


def basket_of(request: HttpRequest, consultation: Consultation) -> list[Gathered]:
    """What is in it, each with the provision or measure it is on, fetched together."""
    rows = rows_of(request, consultation)
    if not rows:
        return []
    provisions = Provision.objects.select_related("version").filter(version__consultation=consultation)
    by_key = provisions.in_bulk([row["provision"] for row in rows if row["provision"]])
    measures = Measure.objects.in_bulk([row["measure"] for row in rows if row["measure"]])
    return [_gathered(row, by_key.get(row["provision"]), measures.get(row["measure"])) for row in rows]


def _gathered(row: dict[str, Any], provision: Provision | None, measure: Measure | None) -> Gathered:
    remark = Remark(**{name: row[name] for name in WORDS}, provision=provision, measure=measure)
    name = provision_name(provision) if provision else measure_name(measure) if measure else whole_name()
    return Gathered(row["key"], remark, name)


def lay_in(request: HttpRequest, consultation: Consultation, remark: Remark) -> None:
    rows = rows_of(request, consultation)
    row = {
        "key": secrets.token_hex(6),
        "provision": remark.provision.pk if remark.provision else None,
        "measure": remark.measure.pk if remark.measure else None,
        **{name: getattr(remark, name) for name in WORDS},
    }
    keep(request, consultation, [*rows, row])


def keep(request: HttpRequest, consultation: Consultation, rows: list[dict[str, Any]]) -> None:
    """Store the basket; an empty one leaves nothing behind, not even a session that was opened for it."""
    if len(rows) > MOST_REMARKS or sum(len(row[name]) for row in rows for name in WORDS) > MOST_CHARACTERS:
        raise TooManyInBasket
    baskets = dict(request.session.get(BASKETS, {}))
    baskets.pop(str(consultation.pk), None)
    if rows:
        baskets[str(consultation.pk)] = rows
    if baskets:
        request.session[BASKETS] = baskets
        if not request.user.is_authenticated:
            request.session.set_expiry(LASTS)
        return
    request.session.pop(BASKETS, None)
    if not request.user.is_authenticated and not request.session.keys() - {"_session_expiry"}:
        request.session.flush()
