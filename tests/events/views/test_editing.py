"""The organisers' side: the one form, the facts, the desk, the files."""

import csv
from datetime import timedelta
from io import BytesIO, StringIO

import openpyxl
import pytest
from django.urls import reverse
from django.utils import timezone

from events.enums import EventStage
from events.pages import EventPage
from events.records import Event, Registration
from events.services import call_off_event
from portal.accounts.enums import Role
from portal.accounts.services import sync_roles
from portal.languages.enums import Language
from tests.events.conftest import somebody

pytestmark = pytest.mark.django_db


@pytest.fixture
def organiser(client, index, categories):
    sync_roles()
    user = somebody(Role.ORGANISER)
    client.force_login(user)
    return user


def typed(now, **changes: object) -> dict[str, object]:
    def at(days: float) -> str:
        return timezone.localtime(now + timedelta(days=days)).strftime("%Y-%m-%d %H:%M")

    return {
        "title_sq": "Tryezë pune",
        "title_en": "Round table",
        "slug_sq": "",
        "slug_en": "",
        "summary_sq": "Një ditë.",
        "summary_en": "One day.",
        "kind": "workshop",
        "consultation": "",
        "starts_at": at(21),
        "ends_at": at(21.3),
        "registration_opens_at": at(-1),
        "registration_closes_at": at(14),
        "capacity": "30",
        "places_released_at": "",
        "place_sq": "Salla",
        "place_en": "Hall",
        "address_sq": "Rruga 1",
        "address_en": "Street 1",
        "access_sq": "",
        "access_en": "",
        "languages_sq": "",
        "languages_en": "",
        "contact_email": "ngjarje@example.al",
        **_rows("quotas", []),
        **_rows("programme", []),
    } | changes


def _rows(name: str, rows: list[dict[str, object]], initial: int = 0) -> dict[str, object]:
    management = {f"{name}-TOTAL_FORMS": len(rows), f"{name}-INITIAL_FORMS": initial}
    bounds = {f"{name}-MIN_NUM_FORMS": 0, f"{name}-MAX_NUM_FORMS": 1000}
    return (
        management
        | bounds
        | {f"{name}-{n}-{field}": value for n, row in enumerate(rows) for field, value in row.items()}
    )


def test_one_form_makes_the_event_and_both_pages(client, organiser, categories, now):
    quotas = _rows("quotas", [{"category": categories["business"].pk, "reserved": "5", "id": "", "DELETE": ""}])

    response = client.post(reverse("event:add"), typed(now) | quotas)

    event = Event.objects.get()
    assert response["Location"] == reverse("event:desk", args=[event.pk])
    assert (event.number, event.stage, event.capacity) == (1, EventStage.PREPARING, 30)
    assert event.quotas.get().reserved == 5
    assert {page.slug for page in EventPage.objects.filter(event=event)} == {"tryeze-pune", "round-table"}


@pytest.mark.parametrize(
    "changes",
    [
        {"title_sq": "Calendar"},
        {"ends_at": "2020-01-01 10:00"},
        {"capacity": "0"},
        {"capacity": "99999999999999999999"},
        {"access_sq": "Ashensor"},
        {"title_sq": "x" * 300},
        {"title_en": "A\0B"},
        {"slug_sq": "jo mirë"},
        {"starts_at": "nesër"},
    ],
    ids=lambda changes: " ".join(changes),
)
def test_what_contradicts_itself_comes_back_on_the_form(client, organiser, now, changes):
    response = client.post(reverse("event:add"), typed(now, **changes))

    assert response.status_code == 200
    assert response.context["form"].errors
    assert "Një ditë." in response.content.decode()
    assert not Event.objects.exists()
    assert not EventPage.objects.exists()


def test_too_many_reserved_places_come_back_on_the_form(client, organiser, categories, now):
    quotas = _rows("quotas", [{"category": categories["business"].pk, "reserved": "31", "id": "", "DELETE": ""}])

    response = client.post(reverse("event:add"), typed(now) | quotas)

    assert response.status_code == 200
    assert "31" in str(response.context["form"].non_field_errors())
    assert not Event.objects.exists()


def test_a_category_named_twice_comes_back_on_the_form(client, organiser, categories, now):
    row = {"category": categories["business"].pk, "reserved": "1", "id": "", "DELETE": ""}

    response = client.post(reverse("event:add"), typed(now) | _rows("quotas", [row, row]))

    assert response.status_code == 200
    assert not Event.objects.exists()


def test_facts_and_programme_are_revised_on_one_form(client, organiser, prepare, now):
    event = prepare()
    item = {
        "starts_at": timezone.localtime(event.starts_at).strftime("%Y-%m-%d %H:%M"),
        "ends_at": timezone.localtime(event.ends_at).strftime("%Y-%m-%d %H:%M"),
        "title_sq": "Hapja",
        "title_en": "Opening",
        "position": "0",
        "id": "",
        "ORDER": "",
        "DELETE": "",
    }

    response = client.post(
        reverse("event:edit", args=[event.pk]), typed(now, capacity="7") | _rows("programme", [item])
    )

    assert response.status_code == 302
    event.refresh_from_db()
    assert event.capacity == 7
    assert [row.title_en for row in event.programme.all()] == ["Opening"]


def test_fewer_places_than_people_have_come_back_on_the_form(client, organiser, announce, come, now):
    event = announce()
    come(event, "business")
    come(event, "business")

    response = client.post(reverse("event:edit", args=[event.pk]), typed(now, capacity="1"))

    assert response.status_code == 200
    assert response.context["form"].non_field_errors()
    event.refresh_from_db()
    assert event.capacity == 6


def test_the_list_shows_titles_and_has_no_way_to_copy_or_delete(client, organiser, workshop):
    page = client.get(reverse("event:index")).content.decode()

    assert "Punëtori për kthimin" in page
    assert f"{timezone.localtime(workshop.starts_at):%-d.%-m.%Y, %-H:%M}" in page
    for deed in ("delete", "copy"):
        assert client.get(f"/admin/event/{deed}/{workshop.pk}/", follow=True).status_code == 404
    assert client.get(reverse("event:edit", args=[workshop.pk])).status_code == 200
    assert client.get(reverse("event:add")).status_code == 200


def test_the_desk_announces_calls_off_and_shows_who_comes(client, organiser, prepare, come):
    event = prepare()
    desk = reverse("event:desk", args=[event.pk])

    assert client.post(reverse("event:announce", args=[event.pk])).status_code == 302
    event.refresh_from_db()
    assert event.stage == EventStage.ANNOUNCED
    come(event, "business", name="Arta Shembull", needs=["wheelchair"], note="Pranë derës")
    page = client.get(desk).content.decode()
    assert "Arta Shembull" in page
    assert "Pranë derës" in page
    assert "Arta Shembull" not in client.get(desk, {"state": "waiting"}).content.decode()

    assert client.post(reverse("event:call_off", args=[event.pk]), {"reason_sq": "Salla."}).status_code == 422
    assert (
        client.post(
            reverse("event:call_off", args=[event.pk]), {"reason_sq": "Salla.", "reason_en": "Hall."}
        ).status_code
        == 302
    )
    event.refresh_from_db()
    assert event.stage == EventStage.CANCELLED


def test_the_desk_tells_a_refusal_and_changes_nothing(client, organiser, workshop):
    call_off_event(event=workshop, reason_sq="Salla.", reason_en="The hall.")

    response = client.post(reverse("event:announce", args=[workshop.pk]), follow=True)

    assert response.status_code == 200
    assert Event.objects.get().stage == EventStage.CANCELLED
    assert client.post(reverse("event:close", args=[workshop.pk])).status_code == 302
    assert client.get(reverse("event:announce", args=[workshop.pk])).status_code == 405


DESK = ["desk", "call_off", "registrations_xlsx", "registrations_csv"]


@pytest.mark.parametrize("role", [None, *(role for role in Role if role not in {Role.ORGANISER, Role.ADMINISTRATOR})])
def test_nobody_but_organisers_comes_to_the_desk(client, workshop, role):
    sync_roles()
    client.force_login(somebody(role))

    for name in (*DESK, "edit"):
        assert client.get(reverse(f"event:{name}", args=[workshop.pk])).status_code in {302, 403}
    for name in ("announce", "close", "call_off"):
        client.post(reverse(f"event:{name}", args=[workshop.pk]), {"reason_sq": "x", "reason_en": "x"})
    assert Event.objects.get().stage == EventStage.ANNOUNCED


def test_strangers_are_led_to_the_sign_in(client, workshop):
    for name in DESK:
        assert client.get(reverse(f"event:{name}", args=[workshop.pk])).status_code == 302


POISON = ["=1+1", "+355 69 123", "-1", "@SUM(A1)", "\t=1", "＝1", "a\x0bb", "Çelë"]


def test_cells_of_the_file_are_text_whatever_was_typed(client, organiser, workshop, come):
    Event.objects.update(capacity=100)
    for value in POISON:
        registration = come(workshop, "individuals_others")
        registration.participant.name = registration.organisation = value
        registration.participant.save()
        registration.save()

    content = client.get(reverse("event:registrations_xlsx", args=[workshop.pk])).content

    sheet = openpyxl.load_workbook(BytesIO(content)).active
    names = [row[3] for row in sheet.iter_rows(min_row=2)]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value is not None} == {"s"}
    assert [cell.value for cell in names] == [value.replace("\x0b", " ") for value in POISON]


def test_a_cell_that_looks_like_a_formula_is_guarded_in_csv(client, organiser, workshop, come):
    for value in POISON[:6]:
        registration = come(workshop, "individuals_others")
        Registration.objects.filter(pk=registration.pk).update(organisation=value)

    content = client.get(reverse("event:registrations_csv", args=[workshop.pk])).content.decode("utf-8-sig")

    rows = list(csv.reader(StringIO(content)))[1:]
    assert [row[5] for row in rows] == [f"'{value}" for value in POISON[:6]]


@pytest.mark.parametrize("rows", [3, 90])
def test_the_desk_asks_the_same_however_many_people(
    client, organiser, workshop, categories, now, rows, django_assert_max_num_queries
):
    Event.objects.update(capacity=1000)
    Registration.objects.bulk_create(
        Registration(event=workshop, category=categories["business"], state="registered", registered_at=now)
        for _ in range(rows)
    )

    with django_assert_max_num_queries(25):
        assert client.get(reverse("event:desk", args=[workshop.pk])).status_code == 200


def test_the_add_form_speaks_both_languages_of_the_page(client, organiser, now):
    client.post(reverse("event:add"), typed(now, slug_sq="tryeza", slug_en="table"))

    pages = EventPage.objects.select_related("locale")
    assert {page.locale.language_code: (page.title, page.slug, page.summary) for page in pages} == {
        Language.ALBANIAN: ("Tryezë pune", "tryeza", "Një ditë."),
        Language.ENGLISH: ("Round table", "table", "One day."),
    }
