"""The list of events as its page shows it: filters are plain links, so every list has an address."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from events.enums import EventKind
from events.records import Event
from events.selectors.listing import past_events, public_events, upcoming_events
from events.selectors.telling import status_of
from events.selectors.words import words_of

PER_PAGE = 20
AHEAD, PAST = "ahead", "past"


def list_context(query: Mapping[str, str], at: datetime, path: str) -> dict[str, Any]:
    """`when` is `ahead` (the default) or `past`; `kind` a kind of event. What is not known is left out of account."""
    when = PAST if query.get("when") == PAST else AHEAD
    kind = query.get("kind", "") if query.get("kind") in EventKind.values else ""
    lists = _lists(at, kind)
    counts = {name: events.count() for name, events in lists.items()}
    paginator = Paginator(lists[when], PER_PAGE)
    paginator.count = counts[when]
    page = paginator.get_page(query.get("page"))
    return {
        "when": when,
        "page_of_events": page,
        "entries": [_entry(event, at) for event in page.object_list],
        "found": ngettext("%(n)s event", "%(n)s events", counts[when]) % {"n": counts[when]},
        "when_links": [
            _link(pgettext("events", "Ahead"), path, AHEAD, kind, when == AHEAD) | {"count": counts[AHEAD]},
            _link(pgettext("events", "Past"), path, PAST, kind, when == PAST) | {"count": counts[PAST]},
        ],
        "kind_links": [
            _link(_("All kinds"), path, when, "", not kind),
            *(_link(str(each.label), path, when, each.value, kind == each.value) for each in EventKind),
        ],
        "chosen_kind": [{"name": EventKind(kind).label, "url": _address(path, when, "")}] if kind else [],
        "feed_url": reverse("events:calendar_feed"),
    }


def _lists(at: datetime, kind: str) -> dict[str, QuerySet[Event]]:
    public = public_events().filter(kind=kind) if kind else public_events()
    return {AHEAD: upcoming_events(at=at, among=public), PAST: past_events(at=at, among=public)}


def _link(label: str, path: str, when: str, kind: str, current: bool) -> dict[str, Any]:
    return {"label": label, "url": _address(path, when, kind), "current": current}


def _address(path: str, when: str, kind: str) -> str:
    chosen = {"when": when if when == PAST else "", "kind": kind}
    query = urlencode({name: value for name, value in chosen.items() if value})
    return f"{path}?{query}" if query else path


def _entry(event: Event, at: datetime) -> dict[str, Any]:
    words = words_of(event)
    return {
        "event": event,
        "words": words,
        "starts": timezone.localtime(event.starts_at),
        "status": status_of(event.moment(at)),
    }
