"""Where somebody who was not heard may turn: whom, until when, how. Facts of law 146/2014 as public bodies report them."""

from dataclasses import dataclass
from datetime import date, timedelta

from consultation.records import Consultation
from library.publications.selectors.visibility import address_of
from library.publications.selectors.visibility import visible_to as visible_publications

COMMISSIONER_DAYS = timedelta(days=30)
"""Calendar days from the adoption of the act, as the sources print them; whether working days are meant is unverified."""

SOURCES = (
    "http://dibra.gov.al/transparenca/pjesemarrja-qytetare-ne-vendimmarrje/"
    "procedurat-e-ankimimit-lidhur-me-procesin-e-keshillimit/",
    "https://www.idp.al/2014/11/01/ligji-nr-1462014-per-njoftimin-dhe-konsultimin-publik/?lang=en",
)


@dataclass(frozen=True)
class ComplaintRoute:
    """`to_head`: the draft is not adopted, so the head of the institution is asked; else the Commissioner, until `until`."""

    to_head: bool
    until: date | None
    is_over: bool


def complaint_route(consultation: Consultation, today: date) -> ComplaintRoute:
    if consultation.adopted_on is None:
        return ComplaintRoute(to_head=True, until=None, is_over=False)
    until = consultation.adopted_on + COMMISSIONER_DAYS
    return ComplaintRoute(to_head=False, until=until, is_over=today > until)


def adopted_document(consultation: Consultation) -> dict[str, str] | None:
    """The adopted act in the library, where everybody may read it."""
    if consultation.adopted_act_id is None:
        return None
    act = visible_publications(None).filter(pk=consultation.adopted_act_id).first()
    return None if act is None else {"name": act.title, "url": address_of(act)}
