"""What a publication's own page tells beside its words: why it has its status, how it came about, how it is cited."""

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from library.publications.enums import INVERSES, Precision, PublicationKind, Status, Verb
from library.publications.records import Publication, PublicationDate
from library.publications.selectors.relations import RelationLine
from library.publications.selectors.visibility import address_of


@dataclass(frozen=True)
class Basis:
    """Why a publication has its status, and the document that gave it, if one did."""

    text: str
    url: str = ""
    link: str = ""


@dataclass(frozen=True)
class LifeStep:
    when: str
    text: str
    url: str = ""
    link: str = ""


def basis_of(publication: Publication, lines: Sequence[RelationLine], request: Any = None) -> Basis:
    status = publication.status
    if status == Status.REPEALED:
        return _because(_("A source shows that another act repealed it:"), lines, INVERSES[Verb.REPEALS], request)
    if status == Status.SUPERSEDED:
        text = _("A source shows that another document took its place before its period was over:")
        return _because(text, lines, INVERSES[Verb.SUCCEEDS], request)
    if status == Status.ENDED:
        text = _("It covered the period %(period)s. Whether an act prolonged it was not checked.") % {
            "period": publication.period_text
        }
        return _because(text, lines, INVERSES[Verb.SUCCEEDS], request)
    if status == Status.IN_FORCE and publication.in_force_on:
        return Basis(
            _("An official source showed on %(day)s that it is in force.")
            % {"day": date_format(publication.in_force_on)}
        )
    if status == Status.ADOPTED:
        return Basis(_("It was adopted by %(act)s.") % {"act": publication.adopted_by})
    return Basis(_STILL[Status(status)]())


_STILL: Mapping[Status, Callable[[], str]] = {
    Status.EXAMPLE: lambda: _("This record is an example. It stands for no real document."),
    Status.PLANNED: lambda: _("The project foresees this document. It has no text, date, author or result yet."),
    Status.DRAFT: lambda: _("It was a draft when it was recorded. What became of it was not checked."),
    Status.PUBLISHED: lambda: _("It was published. A document of this kind is neither in force nor repealed."),
    Status.NOT_CHECKED: lambda: _("Nobody has checked in an official source whether this document holds today."),
    Status.IN_FORCE: lambda: "",
}


def ended_plan(publication: Publication, lines: Iterable[RelationLine]) -> Publication | None:
    """The plan that this act approved, if that plan's period is over: the act may hold, what it was for does not."""
    today = timezone.localdate()
    for line in lines:
        if line.verb == Verb.APPROVES and line.is_verified and line.other.period_end and line.other.period_end < today:
            return line.other
    return None


def life_of(
    publication: Publication, events: Iterable[PublicationDate], lines: Iterable[RelationLine], request: Any = None
) -> list[LifeStep]:
    """Dated steps, first to last: its own dates, what other acts did to it, the end of its period."""
    steps: list[tuple[datetime.date, int, LifeStep]] = []
    acted = [line for line in lines if line.is_verified and line.verb in _DEEDS and line.other.date]
    told = {line.other.date for line in acted if line.verb == INVERSES[Verb.APPROVES]}
    if publication.date and publication.date not in told:
        steps.append((publication.date, 0, LifeStep(publication.date_text, date_label(publication))))
    for event in events:
        if event.date != publication.date:
            steps.append((event.date, 1, LifeStep(event.date_text, event.get_event_display())))
    for line in acted:
        other = line.other
        assert other.date is not None
        steps.append((other.date, 2, LifeStep(other.date_text, line.label, address_of(other, request), other.title)))
    if publication.period_start and publication.period_end:
        begun = max(filter(None, (publication.period_start, publication.date)))
        steps.append((begun, 3, LifeStep(publication.period_text, _("period of the document"))))
        if publication.period_end < timezone.localdate():
            end = str(publication.period_end.year)
            if publication.period_precision != Precision.YEAR:
                end = date_format(publication.period_end, "YEAR_MONTH_FORMAT")
            steps.append((publication.period_end, 4, LifeStep(end, _("the period ended"))))
    return [step for _day, _rank, step in sorted(steps, key=lambda each: each[:2])]


_DEEDS = frozenset(
    str(INVERSES[verb])
    for verb in (Verb.APPROVES, Verb.AMENDS, Verb.REPEALS, Verb.SUCCEEDS, Verb.CONCLUDES, Verb.REVIEWS)
)


def date_label(publication: Publication) -> str:
    """What a publication's own date is the date of."""
    if publication.kind == PublicationKind.INTERNATIONAL_AGREEMENT:
        return pgettext("date of a document", "signed")
    if publication.kind in _ADOPTED:
        return pgettext("date of a document", "adopted")
    return pgettext("date of a document", "published")


_ADOPTED = frozenset(
    {
        PublicationKind.STRATEGY,
        PublicationKind.ACTION_PLAN,
        PublicationKind.POLICY,
        PublicationKind.PROGRAMME,
        PublicationKind.LAW,
        PublicationKind.DRAFT_LAW,
        PublicationKind.DECISION,
        PublicationKind.ORDER,
        PublicationKind.EU_ACT,
        PublicationKind.NATIONAL_AGREEMENT,
        PublicationKind.FRAMEWORK,
    }
)


def citation_of(publication: Publication, address: str) -> str:
    """Institution, title, number, date, and the portal's own address."""
    institution = publication.institution.public_name if publication.institution else ""
    parts = [institution, str(publication.title), publication.number, publication.date_text]
    said = [part for place, part in enumerate(parts) if part and (place != 2 or part not in publication.title)]
    return f"{', '.join(said)}. {address}"


def because_of(lines: Iterable[RelationLine], verb: str) -> Publication | None:
    return next((line.other for line in lines if line.verb == verb and line.is_verified), None)


def _because(text: str, lines: Iterable[RelationLine], verb: str, request: Any) -> Basis:
    other = because_of(lines, verb)
    return Basis(text, address_of(other, request), other.title) if other else Basis(text)
