"""The figures that law 146/2014 asks for each year: acts adopted, comments received, accepted and refused, meetings.

Only consultations under the law count: informal ones and examples do not. Whatever is neither accepted nor refused
stands apart.
"""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import ExtractYear

from consultation.enums import Decision
from consultation.records import Consultation, ConsultationComment, Issue, PublicMeeting
from consultation.selectors.visibility import visible_to
from consultation.working_days import ALBANIA


@dataclass(frozen=True)
class YearFigures:
    year: int
    consultations: int
    acts: int
    received: int
    accepted: int
    refused: int
    partly: int
    neither: int
    unanswered: int
    meetings: int


def yearly_figures() -> list[YearFigures]:
    """The latest year first. Consultations count in the year of their notice, acts in that of their adoption, comments in
    that of their sending, with the decision they have by now, meetings in that of their holding."""
    counted = visible_to(None).filter(is_informal=False, is_example=False)
    comments = _comments(counted)
    announced = list(_years(counted, "announced_at"))
    acts = list(counted.filter(adopted_on__isnull=False).values_list("adopted_on__year", flat=True))
    meetings = list(
        PublicMeeting.objects.filter(consultation__in=counted).values_list("held_on__year", flat=True).order_by()
    )
    received = {name: list(_years(found, "contribution__sent_at")) for name, found in comments.items()}
    years = {*announced, *acts, *meetings, *received["received"]}
    return [
        YearFigures(
            year=year,
            consultations=announced.count(year),
            acts=acts.count(year),
            meetings=meetings.count(year),
            **{name: found.count(year) for name, found in received.items()},
        )
        for year in sorted(years, reverse=True)
    ]


def _comments(counted: QuerySet[Consultation]) -> dict[str, QuerySet[ConsultationComment]]:
    """Published comments by what became of them. One that raised several issues with different decisions stands apart."""
    published = ConsultationComment.objects.published().filter(consultation__in=counted).order_by()
    answered = published.filter(_given(Decision))
    accepted = _counting_as("accepted")
    refused = _counting_as("refused")
    only_accepted = answered.filter(_given(accepted)).exclude(_given(set(Decision) - accepted))
    only_refused = answered.filter(_given(refused)).exclude(_given(set(Decision) - refused))
    apart = answered.exclude(pk__in=only_accepted.values("pk")).exclude(pk__in=only_refused.values("pk"))
    partly = Q(pk__in=apart.filter(_given({Decision.PARTLY})).values("pk")) | Q(
        pk__in=apart.filter(_given(accepted)).filter(_given(set(Decision) - accepted)).values("pk")
    )
    return {
        "received": published,
        "accepted": only_accepted,
        "refused": only_refused,
        "partly": apart.filter(partly),
        "neither": apart.exclude(partly),
        "unanswered": published.exclude(_given(Decision)),
    }


def _counting_as(name: str) -> set[Decision]:
    return {each for each in Decision if each.counts_as == name}


def _given(decisions: Iterable[Decision]) -> Exists:
    return Exists(
        Issue.objects.filter(
            comments=OuterRef("pk"),
            response__published_at__isnull=False,
            response__decision__in=[each.value for each in decisions],
        )
    )


def _years(rows: QuerySet[Any], field: str) -> Iterable[int]:
    """The year in Albania, which on New Year's Eve is not that of UTC."""
    return rows.annotate(in_year=ExtractYear(field, tzinfo=ALBANIA)).values_list("in_year", flat=True).order_by()


def told_figures(now: datetime) -> dict[str, Any]:
    return {
        "schema": "yearly-figures/1",
        "law": "146/2014",
        "counted_at": now.isoformat(),
        "years": [asdict(each) for each in yearly_figures()],
    }
