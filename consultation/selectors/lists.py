"""The list of consultations: what is open first, and how many there are of each kind."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from consultation.enums import Stage, State
from consultation.records import Consultation
from consultation.selectors.visibility import pages_ahead, visible_to
from consultation.working_days import day_of
from portal.work.clock import database_now

_FIRST = (State.OPEN, State.ANNOUNCED, State.CLOSED, State.ANSWERED, State.REPORTED, State.CANCELLED, State.PREPARING)


@dataclass(frozen=True)
class Listed:
    """A consultation with the state it is in now and the year of its opening."""

    consultation: Consultation
    state: State
    year: int


@dataclass(frozen=True)
class Chosen:
    """The filters in force; an empty one asks for nothing."""

    states: frozenset[str] = frozenset()
    years: frozenset[int] = frozenset()
    institutions: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.states or self.years or self.institutions)

    def allows(self, listed: Listed, *, but: str = "") -> bool:
        """Whether it passes all filters, or all but the named one."""
        return (
            (but == "state" or not self.states or listed.state in self.states)
            and (but == "year" or not self.years or listed.year in self.years)
            and (
                but == "institution"
                or not self.institutions
                or listed.consultation.institution.code in self.institutions
            )
        )


@dataclass(frozen=True)
class ConsultationList:
    found: list[Listed]
    states: Counter[State]
    years: Counter[int]
    institutions: Counter[str]
    names: dict[str, str]


def consultation_list(user: Any, chosen: Chosen, now: datetime | None = None) -> ConsultationList:
    """Those that pass the filters, open ones first by their deadline, then announced, then the rest by date.

    Each count says how many there would be with that value and the other filters as they stand.
    """
    now = now or database_now()
    all_ = [_listed(each, now) for each in _for_list(visible_to(user))]
    return ConsultationList(
        found=sorted((each for each in all_ if chosen.allows(each)), key=_order),
        states=Counter(each.state for each in all_ if chosen.allows(each, but="state")),
        years=Counter(each.year for each in all_ if chosen.allows(each, but="year")),
        institutions=Counter(
            each.consultation.institution.code for each in all_ if chosen.allows(each, but="institution")
        ),
        names={each.consultation.institution.code: each.consultation.institution.name for each in all_},
    )


def open_consultations(user: Any, now: datetime | None = None) -> list[Consultation]:
    """What is open for comment, the nearest deadline first, with their pages for `page_of` and `title_of`."""
    now = now or database_now()
    return list(
        _for_list(visible_to(user))
        .filter(stage=Stage.ANNOUNCED, opens_at__lte=now, closes_at__gt=now)
        .order_by("closes_at", "number")
    )


def _for_list(consultations: QuerySet[Consultation]) -> QuerySet[Consultation]:
    return consultations.select_related("institution").prefetch_related(pages_ahead())


def _listed(consultation: Consultation, now: datetime) -> Listed:
    return Listed(consultation, consultation.state(now), day_of(consultation.opens_at).year)


def _order(listed: Listed) -> tuple[int, float]:
    """Open and announced ones by the nearest date, all others by the latest."""
    instant = listed.consultation.closes_at.timestamp()
    ahead = listed.state in {State.OPEN, State.ANNOUNCED}
    return _FIRST.index(listed.state), instant if ahead else -instant
