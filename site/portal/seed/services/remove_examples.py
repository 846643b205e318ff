"""Taking every example away, in the order in which they lean on each other."""

from collections.abc import Callable, Iterator

from django.db import transaction
from django.db.models import Q
from wagtail.models import Page

from consultation.models import Consultation
from consultation.services import remove_example
from events.models import Event
from library.publications.models import Publication
from library.publications.services import remove_publication
from library.reviews.models import Review
from library.reviews.services import remove_review
from library.strategy.models import FundingSource, Strategy
from library.strategy.services import remove_strategy
from portal.accounts.models import Participant, User
from portal.delivery.generation import raise_generation
from portal.home.pages import NewsPage
from portal.languages.enums import SOURCE_LANGUAGE
from portal.pages.models import StandardPage
from portal.search.services import queue_reindex
from portal.seed.services.create_accounts import DOMAIN, SHOWN_AT_FIRST_RUN
from portal.stakeholders.models import Institution

EXAMPLE_DONOR = "example_donor"


@transaction.atomic
def remove_examples(*, with_accounts: bool = False) -> dict[str, int]:
    """Remove all that is invented, with what visitors wrote to it; return how many of each kind went.

    All of it or nothing: where something real points to an example, the refusal of its room goes up and nothing is gone.
    The accounts of the first run are real doors, so they go only `with_accounts`.
    """
    gone = {name: remove() for name, remove in _steps()}
    if with_accounts:
        gone["accounts"] = _remove_accounts()
    raise_generation()
    return gone


def _steps() -> Iterator[tuple[str, Callable[[], int]]]:
    yield "events", _remove_events
    yield "consultations", _remove_consultations
    yield "reviews", _remove_reviews
    yield "strategies", _remove_strategies
    yield "publications", _remove_publications
    yield "news and other pages", _remove_pages
    yield "institutions", _remove_institutions


def _remove_events() -> int:
    """Nobody is written to: every letter about an example said that it was one."""
    events = list(Event.objects.filter(is_example=True))
    for event in events:
        queue_reindex("event", event.pk)
        participants = list(event.registrations.exclude(participant=None).values_list("participant_id", flat=True))
        event.registrations.all().delete()
        Participant.objects.filter(pk__in=participants).delete()
        for page in event.pages.all():
            page.delete()
        event.delete()
    return len(events)


def _remove_consultations() -> int:
    consultations = list(Consultation.objects.filter(is_example=True))
    for consultation in consultations:
        remove_example(consultation=consultation)
    return len(consultations)


def _remove_reviews() -> int:
    reviews = list(Review.objects.filter(is_example=True))
    for review in reviews:
        remove_review(review=review)
    return len(reviews)


def _remove_strategies() -> int:
    strategies = list(Strategy.objects.filter(is_example=True))
    for strategy in strategies:
        remove_strategy(strategy=strategy)
    FundingSource.objects.filter(code=EXAMPLE_DONOR, measures=None).delete()
    return len(strategies)


def _remove_publications() -> int:
    publications = list(Publication.objects.filter(is_example=True))
    for publication in publications:
        remove_publication(publication=publication)
    return len(publications)


def _remove_pages() -> int:
    """News and standing pages that are marked as examples, in both languages; deleting tells search by itself."""
    count = 0
    for page_class in (NewsPage, StandardPage):
        for page in page_class.objects.filter(is_example=True, locale__language_code=SOURCE_LANGUAGE):
            for each in Page.objects.filter(translation_key=page.translation_key).specific():
                each.delete()
            count += 1
    return count


def _remove_institutions() -> int:
    institutions = Institution.objects.filter(is_example=True)
    count = institutions.count()
    institutions.delete()
    return count


def _remove_accounts() -> int:
    addresses = Q(email__in=[f"{role.value}@{DOMAIN}" for role in SHOWN_AT_FIRST_RUN])
    accounts = User.objects.filter(addresses)
    count = accounts.count()
    accounts.delete()
    return count
