from collections.abc import Mapping, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max

from events.errors import AddressWordTaken
from events.pages import EventIndexPage, EventPage
from events.policies import Places
from events.records import CategoryQuota, Event, ProgrammeItem
from events.services.change_places import check_places
from portal.languages.enums import SOURCE_LANGUAGE, Language
from portal.pages.services import PageWords, create_page_pair
from portal.stakeholders.models import StakeholderCategory


@transaction.atomic
def start_event(
    *,
    event: Event,
    words: Mapping[Language, PageWords],
    reserved: Mapping[StakeholderCategory, int] | None = None,
    programme: Sequence[ProgrammeItem] = (),
    user: Any = None,
) -> Event:
    """Make an event (a row not saved yet) in preparation, with the draft of its page in both languages.

    `words` hold title, address word and the page's fields (`summary`, `body`). Reserved places and programme are given here,
    or lie in the event's memory as a form leaves them. An event whose `code` exists already is returned as it is. The list
    of events is locked, so that two events never get one number.
    """
    existing = Event.objects.filter(code=event.code).first() if event.code else None
    if existing is not None:
        return existing
    index = EventIndexPage.objects.select_for_update(of=("self",), no_key=True).get(
        locale__language_code=SOURCE_LANGUAGE
    )
    event.number = (Event.objects.aggregate(last=Max("number"))["last"] or 0) + 1
    if reserved is not None:
        event.quotas.set([CategoryQuota(category=category, reserved=places) for category, places in reserved.items()])
    if programme:
        event.programme.set(list(programme))
    event.full_clean(exclude=["number"])
    for row in (*event.quotas.all(), *event.programme.all()):
        row.full_clean(exclude=["event"])
    check_places(Places(event.capacity, {quota.category_id: quota.reserved for quota in event.quotas.all()}))
    event.save()
    _make_pages(index, event, words, user)
    return event


def _make_pages(index: EventIndexPage, event: Event, words: Mapping[Language, PageWords], user: Any) -> None:
    facts = {"event": event, "is_example": event.is_example}
    try:
        create_page_pair(EventPage, parent=index, words=words, facts=facts, user=user)
    except ValidationError as refusal:
        if "slug" in getattr(refusal, "error_dict", {}):
            raise AddressWordTaken from refusal
        raise
