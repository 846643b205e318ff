from collections.abc import Iterator

from django.utils.translation import gettext as _

from library.publications.models import Publication
from library.publications.selectors import Mention, address_of, pages_ahead
from library.reviews.records import Review
from library.reviews.selectors.addresses import recommendation_address
from library.reviews.selectors.visibility import recommendations_visible_to, visible_to
from library.strategy.models import Measure


def mentions_of_measure(measure: Measure) -> Iterator[Mention]:
    """The public recommendations that name a measure."""
    for each in recommendations_visible_to(None).filter(measures=measure).order_by("review_id", "position"):
        kind = _("Recommendation %(number)s") % {"number": each.number}
        yield Mention(kind, each.heading, recommendation_address(each))


def mentions_of_publication(publication: Publication) -> Iterator[Mention]:
    """The reviews whose report is this publication."""
    for review in visible_to(None).filter(publication=publication).prefetch_related(pages_ahead(Review)):
        yield Mention(_("Its findings and recommendations"), review.name, address_of(review))
