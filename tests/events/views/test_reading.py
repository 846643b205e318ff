"""The list, the page, the calendar: what the public reads."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.translation import override
from wagtail.models import PageViewRestriction

from events.pages import EventIndexPage, EventPage
from events.records import Event, ProgrammeItem, Registration
from events.selectors import words_of
from events.services import call_off_event
from portal.languages.enums import Language
from tests.events.conftest import somebody

pytestmark = pytest.mark.django_db

LIST = {"sq": "/sq/ngjarje/", "en": "/en/events/"}


def page_of(event: Event, language: str = "sq") -> str:
    with override(language):
        return words_of(Event.objects.get(pk=event.pk)).path


def address(name: str, *args: object) -> str:
    with override("sq"):
        return reverse(f"events:{name}", args=args)


def read(client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


@pytest.mark.parametrize("language", Language)
def test_the_page_tells_the_facts_in_its_language(client, announce, now, language):
    starts = now + timedelta(days=21)
    event = announce(
        reserved={"government": 2},
        access_sq="Ashensor\nRreth induksioni",
        access_en="Lift\nInduction loop",
        languages_sq="Shqip dhe anglisht",
        languages_en="Albanian and English",
        programme=(
            ProgrammeItem(starts_at=starts, ends_at=starts + timedelta(hours=1), title_sq="Hapja", title_en="Opening"),
        ),
    )

    page = read(client, page_of(event, language))

    expected = {
        "sq": [
            "Punëtori për kthimin",
            "Salla e shembullit",
            "Ashensor",
            "Shqip dhe anglisht",
            "Hapja",
            "Institucione qeveritare",
        ],
        "en": [
            "Workshop on return",
            "The example hall",
            "Lift",
            "Albanian and English",
            "Opening",
            "Government entities",
        ],
    }
    assert [words for words in expected[language] if words not in page] == []
    assert 'name="csrfmiddlewaretoken"' not in page


def test_the_address_of_the_words_is_where_the_page_is_served(workshop):
    for page in EventPage.objects.all():
        assert words_of(workshop).path_sq == page.url or words_of(workshop).path_en == page.url


def test_the_page_counts_places_as_they_are_taken(client, workshop, come):
    assert "0 nga 6" in read(client, page_of(workshop)) or "0 of 6" in read(client, page_of(workshop, "en"))

    for _ in range(3):
        come(workshop, "government")

    page = read(client, page_of(workshop, "en"))
    assert "3 of 6 taken" in page
    assert '<strong class="places__number">2</strong> free of 3' in page  # one official sits on an open place


def test_an_event_in_preparation_is_found_nowhere_even_if_its_page_was_published(client, prepare):
    event = prepare()
    for page in EventPage.objects.all():
        page.get_latest_revision().publish()

    assert client.get(page_of(event)).status_code == 404
    assert "Punëtori për" not in read(client, LIST["sq"])
    assert client.get(address("event", event.number)).status_code == 404


def test_an_event_behind_a_restricted_page_is_found_nowhere(client, workshop):
    source = EventPage.objects.get(locale__language_code="sq")
    PageViewRestriction.objects.create(page=source, restriction_type=PageViewRestriction.LOGIN)

    assert "Punëtori për" not in read(client, LIST["sq"])
    assert client.get(address("register", workshop.number)).status_code == 404
    assert b"VEVENT" not in client.get(address("calendar_feed")).content


@pytest.mark.parametrize("language", Language)
def test_the_list_parts_what_is_ahead_from_what_is_over(client, announce, now, language):
    announce(titles=("Konferenca e ardhshme", "The coming conference"), kind="conference")
    past = announce(titles=("Takimi i kaluar", "The past meeting"))
    _end(past, now - timedelta(days=3))

    ahead, over = read(client, LIST[language]), read(client, f"{LIST[language]}?when=past")

    coming, gone = {
        "sq": ("Konferenca e ardhshme", "Takimi i kaluar"),
        "en": ("The coming conference", "The past meeting"),
    }[language]
    assert coming in ahead
    assert gone not in ahead
    assert gone in over
    assert coming not in over


def test_the_list_is_narrowed_by_kind_and_bad_filters_are_left_out(client, announce):
    announce(titles=("Konferenca", "The conference"), kind="conference")
    announce(titles=("Takimi i vogël", "The round table"))

    assert "Takimi i vogël" not in read(client, f"{LIST['sq']}?kind=conference")
    assert "Takimi i vogël" in read(client, f"{LIST['sq']}?kind=workshop")
    for bad in ("?kind=x", "?when=x&page=999", "?page=-1", "?kind=%22&when=%27", "?page=x"):
        assert "Takimi i vogël" in read(client, LIST["sq"] + bad)


def test_a_called_off_event_stays_readable_and_says_why(client, workshop):
    call_off_event(event=workshop, reason_sq="Salla u mbyll.", reason_en="The hall was closed.")

    page = read(client, page_of(workshop))

    assert "Salla u mbyll." in page
    assert address("register", workshop.number) not in page
    assert "Punëtori për" in read(client, f"{LIST['sq']}?when=past")


def test_english_that_is_not_out_leads_to_the_albanian(client, workshop):
    EventPage.objects.get(locale__language_code="en").unpublish()

    page = read(client, LIST["en"])

    assert 'lang="sq">Punëtori për kthimin</span>' in page
    assert words_of(Event.objects.get()).path_en == ""


def test_the_number_is_a_lasting_address_in_both_languages(client, workshop):
    for language in Language:
        with override(language):
            response = client.get(reverse("events:event", args=[workshop.number]))
        assert response.status_code == 302
        assert response["Location"] == page_of(workshop, language)


def test_the_feed_holds_what_is_ahead_and_no_examples(client, announce, now):
    announce(titles=("E vërtetë", "A real one"))
    announce(titles=("E trilluar", "An invented one"), is_example=True)
    _end(announce(titles=("E kaluar", "A past one")), now - timedelta(days=3))

    response = client.get(address("calendar_feed"))

    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert response.content.count(b"BEGIN:VEVENT") == 1
    assert "E vërtetë".encode() in response.content


def test_one_event_can_be_put_into_a_calendar(client, announce):
    event = announce(is_example=True)

    response = client.get(address("calendar", event.number))

    assert "attachment" in response["Content-Disposition"]
    assert b"BEGIN:VEVENT" in response.content


def test_an_example_says_so_on_every_screen(client, announce):
    event = announce(is_example=True)

    for screen in (page_of(event), address("register", event.number)):
        page = read(client, screen)
        assert "notice--strip" in page
        assert '<meta name="robots" content="noindex">' in page


def test_a_preview_of_an_event_in_preparation_is_seen_by_whoever_may_edit(prepare, rf):
    prepare()
    page = EventPage.objects.get(locale__language_code="sq")

    response = page.make_preview_request(original_request=None)

    assert response.status_code == 200
    assert "Punëtori" in response.content.decode()


def test_members_see_no_more_than_strangers(client, prepare):
    event = prepare()
    client.force_login(somebody())

    assert client.get(page_of(event)).status_code == 404
    assert client.get(address("door", event.number)).status_code == 403


# How many questions a page asks of the database


@pytest.mark.parametrize("rows", [3, 300])
def test_the_page_asks_the_same_however_many_people_and_items(
    client, announce, come, categories, now, rows, django_assert_num_queries, index
):
    starts = now + timedelta(days=21)
    event = announce(
        capacity=1000,
        reserved={"government": 2, "business": 1},
        programme=tuple(
            ProgrammeItem(starts_at=starts, ends_at=starts + timedelta(hours=1), title_sq=f"P{n}", title_en=f"I{n}")
            for n in range(rows)
        ),
    )
    Registration.objects.bulk_create(
        Registration(event=event, category=categories["business"], state="registered", registered_at=now)
        for _ in range(rows)
    )
    page = page_of(event)
    client.get(page)

    with django_assert_num_queries(PAGE):
        client.get(page, {"again": "1"})


@pytest.mark.parametrize("rows", [3, 300])
def test_the_list_asks_the_same_however_many_events(client, announce, now, rows, django_assert_num_queries):
    for n in range(3):
        announce(titles=(f"Tryeza {n}", f"Table {n}"))
    _many_more(rows - 3, now)
    client.get(LIST["sq"])

    with django_assert_num_queries(LIST_PAGE):
        client.get(LIST["sq"], {"again": "1"})


PAGE = 4
LIST_PAGE = 7


def _many_more(count: int, now) -> None:
    """Announced events without the cost of making their pages one by one through Wagtail's editor."""
    first = Event.objects.get(number=1)
    index = EventIndexPage.objects.get(locale__language_code="sq")
    facts = {field.attname: getattr(first, field.attname) for field in Event._meta.concrete_fields}
    for unique in ("id", "calendar_uid"):
        del facts[unique]
    events = Event.objects.bulk_create(Event(**facts | {"number": 100 + n}) for n in range(count))
    for event in events:
        index.add_child(
            instance=EventPage(
                title=f"Më shumë {event.number}",
                slug=f"me-shume-{event.number}",
                event=event,
                summary="x",
                locale=index.locale,
            )
        )


def _end(event: Event, at) -> None:
    Event.objects.filter(pk=event.pk).update(
        registration_opens_at=at - timedelta(days=9),
        registration_closes_at=at - timedelta(days=8),
        starts_at=at - timedelta(hours=8),
        ends_at=at,
    )
