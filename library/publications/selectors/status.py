"""Whether a document holds: one rule, asked in the database."""

import datetime

from django.db.models import Case, CharField, Exists, OuterRef, Q, QuerySet, Value, When
from django.utils import timezone

from library.publications.enums import PLANS, WRITINGS, Stage, Status, Verb
from library.publications.records import Publication, Relation
from library.publications.selectors.visibility import is_open_to


def with_status(publications: QuerySet[Publication], today: datetime.date | None = None) -> QuerySet[Publication]:
    """Add `status`, from verified facts alone. The first that applies counts.

    A relation counts once both its ends are public: what editors prepare changes nothing that readers see. A plan whose
    successor began before its own end was superseded; one that simply ran out has ended.
    """
    today = today or timezone.localdate()
    rules = [
        When(is_example=True, then=Value(Status.EXAMPLE)),
        When(stage=Stage.PLANNED, then=Value(Status.PLANNED)),
        When(stage=Stage.DRAFT, then=Value(Status.DRAFT)),
        When(Exists(_verified(Verb.REPEALS)), then=Value(Status.REPEALED)),
        When(Q(kind__in=PLANS) & Exists(_successors(today)), then=Value(Status.SUPERSEDED)),
        When(kind__in=PLANS, period_end__lt=today, then=Value(Status.ENDED)),
        When(in_force_on__isnull=False, then=Value(Status.IN_FORCE)),
        When(~Q(adopted_by=""), then=Value(Status.ADOPTED)),
        When(kind__in=WRITINGS, is_verified=True, then=Value(Status.PUBLISHED)),
    ]
    derived = Case(*rules, default=Value(Status.NOT_CHECKED), output_field=CharField())
    return publications.annotate(status=derived)  # type: ignore[no-redef]


def _verified(verb: Verb) -> QuerySet[Relation]:
    """Asked row by row: as a list of all that is open it would be made anew for each publication."""
    return Relation.objects.filter(
        is_open_to(None, Publication, "subject_id"), object=OuterRef("pk"), verb=verb, is_verified=True
    )


def _successors(today: datetime.date) -> QuerySet[Relation]:
    begun = _verified(Verb.SUCCEEDS).filter(subject__period_start__lte=today)
    return begun.filter(Q(object__period_end=None) | Q(subject__period_start__lte=OuterRef("period_end")))
