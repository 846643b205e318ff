"""An event as its page and its forms show it."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consultation.selectors import title_of
from consultation.selectors import visible_to as consultations_visible_to
from events.enums import RegistrationMoment
from events.policies import Places
from events.records import CategoryQuota, Event
from events.selectors.places import places_of
from events.selectors.programme import programme_by_day
from portal.delivery.memo import until_next_generation
from portal.languages.address import EVENTS
from portal.languages.enums import Language, active_language
from portal.stakeholders.models import StakeholderCategory
from portal.stakeholders.selectors import top_categories

STATUS_MARKS = {
    RegistrationMoment.OPEN: "open",
    RegistrationMoment.BEFORE: "planned",
    RegistrationMoment.CANCELLED: "repealed",
    RegistrationMoment.OVER: "ended",
}
"""The mark of each state; the others are a plain ring."""


def event_context(event: Event, at: datetime) -> dict[str, Any]:
    """Everything that is shown of an event beside its words, in the active language."""
    quotas = list(event.quotas.select_related("category"))
    places = places_of(event, at, quotas)
    moment = event.moment(at)
    return {
        "event": event,
        "moment": moment,
        "status": status_of(moment),
        "places": places,
        "place_rows": place_rows(quotas, places),
        "open_row": open_row(places),
        "days": programme_by_day(event),
        "consultation": _consultation(event.consultation_id, active_language()) if event.consultation_id else None,
        "access_lines": lines_of(event.access),
        "may_register": moment is RegistrationMoment.OPEN,
        "register_url": reverse("events:register", args=[event.number]),
        "calendar_url": reverse("events:calendar", args=[event.number]),
        "feed_url": reverse("events:calendar_feed"),
    }


@until_next_generation
def _consultation(key: int, language: Language) -> dict[str, Any] | None:
    """The consultation that an event serves, while it may be known of."""
    consultation = consultations_visible_to(None).filter(pk=key).first()
    if consultation is None:
        return None
    return {
        "title": title_of(consultation, language),
        "url": reverse("consultation:consultation", args=[consultation.number]),
    }


def status_of(moment: RegistrationMoment) -> dict[str, str]:
    return {"state": STATUS_MARKS.get(moment, ""), "text": str(moment.label)}


def place_rows(quotas: Iterable[CategoryQuota], places: Places) -> list[dict[str, Any]]:
    """The reserved places of each category, for as long as they are reserved."""
    if places.released:
        return []
    return [
        {
            "code": quota.category.code,
            "name": quota.category.name,
            "free": places.reserved_free(quota.category_id),
            "total": quota.reserved,
            "waiting": places.waiting.get(quota.category_id, 0),
        }
        for quota in quotas
    ]


def open_row(places: Places) -> dict[str, int]:
    """The places that belong to no category, and who waits for one without a reserved place to hope for."""
    without = [count for category, count in places.waiting.items() if not places.reserved_for(category)]
    total = places.open_in_all
    return {"free": places.open_free, "total": total, "taken": total - places.open_free, "waiting": sum(without)}


def category_hints(places: Places, categories: Iterable[StakeholderCategory] | None = None) -> dict[str, str]:
    """What whoever registers now would get, by the code of their category."""
    chosen = top_categories() if categories is None else categories
    return {category.code: _hint(places, category.pk) for category in chosen}


def _hint(places: Places, category: int) -> str:
    if not places.has_place_for_newcomer(category):
        turn = places.waiting.get(category, 0) + 1
        return _("full; you would be number %(turn)d in the waiting list") % {"turn": turn}
    reserved, open_places = places.reserved_free(category), places.open_free
    if not reserved:
        return ngettext(
            "%(free)d free place, open to all categories", "%(free)d free places, open to all categories", open_places
        ) % {"free": open_places}
    return ngettext(
        "%(free)d free place reserved for this category", "%(free)d free places reserved for this category", reserved
    ) % {"free": reserved}


def lines_of(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def events_address() -> str:
    """Where the list of events is read, in the active language."""
    return reverse("wagtail_serve", args=[f"{EVENTS}/"])
