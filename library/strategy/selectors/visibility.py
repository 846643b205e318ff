"""The one door of this room: what somebody may read. A part is as visible as its strategy."""

from typing import Any

from django.db.models import QuerySet

from library.publications.selectors import open_to
from library.strategy.policies import may_read_unpublished
from library.strategy.records import Indicator, Measure, Strategy


def visible_to(user: Any) -> QuerySet[Strategy]:
    """Strategies whose Albanian page is open to this reader; those who work on them see all."""
    return Strategy.objects.all() if may_read_unpublished(user) else open_to(user, Strategy.objects.all())


def measures_visible_to(user: Any) -> QuerySet[Measure]:
    return Measure.objects.filter(objective__strategy__in=visible_to(user))


def indicators_visible_to(user: Any) -> QuerySet[Indicator]:
    return Indicator.objects.filter(measure__objective__strategy__in=visible_to(user))
