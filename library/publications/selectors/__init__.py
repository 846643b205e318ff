from library.publications.selectors.listing import LibraryFilters, Listing, library_listing
from library.publications.selectors.mentions import MENTIONS_OF_PUBLICATIONS, Mention, Mentions
from library.publications.selectors.recent import recent_publications
from library.publications.selectors.relations import RelationLine, relations_of
from library.publications.selectors.status import with_status
from library.publications.selectors.visibility import (
    address_of,
    open_to,
    page_of,
    pages_ahead,
    visible_to,
    words_of,
)

__all__ = [
    "MENTIONS_OF_PUBLICATIONS",
    "LibraryFilters",
    "Listing",
    "Mention",
    "Mentions",
    "RelationLine",
    "address_of",
    "library_listing",
    "open_to",
    "page_of",
    "pages_ahead",
    "recent_publications",
    "relations_of",
    "visible_to",
    "with_status",
    "words_of",
]
