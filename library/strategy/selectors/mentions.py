from collections.abc import Iterator

from django.utils.translation import gettext as _

from library.publications.models import Publication
from library.publications.selectors import Mention, Mentions, address_of, pages_ahead
from library.strategy.records import Strategy
from library.strategy.selectors.visibility import visible_to

MENTIONS_OF_MEASURES = Mentions()
"""What rooms above say of a measure."""


def mentions_of_publication(publication: Publication) -> Iterator[Mention]:
    """The strategies that are followed here and whose text is this publication."""
    for strategy in visible_to(None).filter(publication=publication).prefetch_related(pages_ahead(Strategy)):
        yield Mention(_("Followed as a strategy"), strategy.name, address_of(strategy))
