from collections.abc import Iterator

from django.utils.translation import gettext as _

from library.reviews.selectors.addresses import recommendation_address
from library.reviews.selectors.visibility import recommendations_visible_to
from library.strategy.models import Measure
from library.strategy.selectors import Mention


def mentions_of_measure(measure: Measure) -> Iterator[Mention]:
    """The public recommendations that name a measure. The strategy room asks this without knowing reviews."""
    for each in recommendations_visible_to(None).filter(measures=measure).order_by("review_id", "position"):
        kind = _("Recommendation %(number)s") % {"number": each.number}
        yield Mention(kind, each.heading, recommendation_address(each))
