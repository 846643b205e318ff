from typing import Any

from django.db.models import F

from library.publications.records import Publication
from library.publications.selectors.status import with_status
from library.publications.selectors.visibility import pages_ahead, visible_to


def recent_publications(user: Any, count: int = 4) -> list[Publication]:
    """The newest documents by their own date, with `status`, `institution` and `pages`, for the front hall.

    Ask `address_of(publication)` for the address and `words_of(publication)` for the page with the summary.
    """
    dated = with_status(visible_to(user)).filter(is_example=False, date__isnull=False)
    return list(
        dated.order_by(F("date").desc(), "pk")
        .select_related("institution")
        .prefetch_related(pages_ahead(Publication))[:count]
    )
