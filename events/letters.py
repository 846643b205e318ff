from datetime import UTC, datetime

from events.enums import RegistrationState
from events.records import Event, Registration
from events.selectors import EventWords
from events.services.tell_registrant import ManageLink
from portal.notifications.letter import Letter
from portal.stakeholders.models import StakeholderCategory

WORDS = EventWords(
    title_sq="Konferencë shembull për migracionin",
    title_en="Example conference on migration",
    summary_sq="Dy ditë.",
    summary_en="Two days.",
    path_sq="/sq/ngjarje/konference-shembull/",
    path_en="/en/events/example-conference/",
)
EVENT = Event(
    number=1,
    starts_at=datetime(2027, 1, 28, 8, tzinfo=UTC),
    ends_at=datetime(2027, 1, 29, 16, tzinfo=UTC),
    place_sq="Salla e shembullit",
    place_en="The example hall",
    address_sq="Tiranë",
    address_en="Tirana",
    contact_email="ngjarje@example.al",
    cancellation_sq="Salla nuk është më e lirë.",
    cancellation_en="The hall is no longer free.",
    is_example=True,
)
REGISTRATION = Registration(
    code="R-2A3B4C",
    state=RegistrationState.REGISTERED,
    category=StakeholderCategory(code="business", name_sq="Komuniteti i biznesit", name_en="Business community"),
)
LINK = ManageLink("https://example.al/sq/ngjarje/1/regjistrimi/x/", "https://example.al/en/events/1/registration/x/")
EXAMPLE = {
    "registration": REGISTRATION,
    "event": EVENT,
    "words": WORDS,
    "link": LINK,
    "turn": 0,
    "is_example": True,
}
NOT_AN_EXAMPLE = {"is_example": False}

LETTERS = (
    Letter("events/registered", (EXAMPLE, EXAMPLE | NOT_AN_EXAMPLE)),
    Letter("events/waiting", (EXAMPLE | {"turn": 3},)),
    Letter("events/place_free", (EXAMPLE,)),
    Letter("events/standing", (EXAMPLE, EXAMPLE | {"turn": 3})),
    Letter("events/cancelled", (EXAMPLE,)),
    Letter("events/event_cancelled", (EXAMPLE,)),
)
