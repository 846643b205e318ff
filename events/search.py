"""What of this room can be found: events, with their programme."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils import timezone
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from events.pages import EventPage
from events.records import Event
from events.selectors import public_events, visible_to, words_of
from portal.languages.enums import Language
from portal.search.searchable import SearchEntry


class Events:
    kind = "event"
    label = _("Events")

    def entries(self, keys: Iterable[int] | None = None) -> Iterator[SearchEntry]:
        events = public_events().prefetch_related("pages__locale", "programme")
        for event in events if keys is None else events.filter(pk__in=list(keys)):
            for page in event.pages.all():
                if page.live:
                    language = Language(page.locale.language_code)
                    with override(language):
                        yield _entry(event, page, language)

    def visible(self, user: Any, keys: Iterable[int]) -> set[int]:
        return set(visible_to(user).filter(pk__in=list(keys)).values_list("pk", flat=True))

    def keys_of(self, page: Any) -> Iterable[int]:
        return [page.event_id] if isinstance(page, EventPage) else []


def _entry(event: Event, page: Any, language: Language) -> SearchEntry:
    programme = " ".join(f"{item.title} {item.speaker} {item.text}" for item in event.programme.all())
    return SearchEntry(
        key=event.pk,
        language=language.value,
        title=page.title,
        text=strip_tags(f"{page.summary} {page.body} {event.place} {programme}"),
        url=words_of(event).path,
        date=timezone.localdate(event.starts_at),
        is_example=event.is_example,
    )


SEARCHABLES = (Events(),)
