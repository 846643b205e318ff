from datetime import timedelta

import pytest
from django.urls import reverse

from events.records import Attendance, Event, Registration
from portal.accounts.enums import Role
from tests.events.conftest import somebody

pytestmark = pytest.mark.django_db


@pytest.fixture
def today(announce, now):
    event = announce(capacity=3)
    Event.objects.update(
        starts_at=now + timedelta(hours=1),
        ends_at=now + timedelta(hours=9),
        registration_closes_at=now + timedelta(hours=2),
    )
    event.refresh_from_db()
    return event


@pytest.fixture
def helper(client):
    user = somebody(Role.DOOR_HELPER)
    client.force_login(user)
    return user


@pytest.fixture
def door(today):
    return reverse("events:door", args=[today.number])


def test_the_door_shows_names_and_categories_and_nothing_else(client, helper, today, door, come):
    come(
        today,
        "business",
        name="Çelë Shembull",
        email="cela@example.al",
        organisation="Firma",
        needs=["diet"],
        note="Pa gluten",
    )
    for _ in range(3):
        come(today, "academia", name="Zana Pritëse")

    page = client.get(door).content.decode()

    assert "Çelë Shembull" in page
    assert "Firma" in page
    assert "cela@example.al" not in page
    assert "gluten" not in page
    assert page.count("Zana Pritëse</th>") == 2  # the third only waits


def test_people_stand_in_the_albanian_order_and_are_found_without_accents(client, helper, today, door, come):
    for name in ("Dalina", "Çelë", "Cuku"):
        come(today, "business", name=name)

    page = client.get(door).content.decode()
    assert page.index("Cuku") < page.index("Çelë") < page.index("Dalina")

    found = client.get(door, {"q": "cele"}).content.decode()
    assert "Çelë" in found
    assert "Dalina" not in found


def test_an_arrival_is_noted_and_taken_back_and_the_search_stays(client, helper, today, door, come):
    registration = come(today, "business")
    address = reverse("events:note_arrival", args=[today.number, registration.code])

    response = client.post(address, {"q": "Njeri & Co"})

    assert response["Location"] == f"{door}?q=Njeri+%26+Co"
    assert Attendance.objects.get().noted_by == helper
    client.post(address, {"deed": "undo"})
    assert not Attendance.objects.exists()


def test_a_look_notes_nothing(client, helper, today, come):
    registration = come(today, "business")

    assert client.get(reverse("events:note_arrival", args=[today.number, registration.code])).status_code == 405
    assert not Attendance.objects.exists()


def test_before_the_day_the_door_says_that_it_is_closed(client, helper, workshop, come):
    registration = come(workshop, "business")

    assert client.get(reverse("events:door", args=[workshop.number])).status_code == 200
    response = client.post(reverse("events:note_arrival", args=[workshop.number, registration.code]))

    assert response.status_code == 422
    assert not Attendance.objects.exists()


def test_strangers_are_asked_to_sign_in_and_members_refused(client, today, door, come):
    registration = come(today, "business")
    note = reverse("events:note_arrival", args=[today.number, registration.code])

    assert client.get(door).status_code == client.post(note).status_code == 302
    for role in (None, Role.EDITOR, Role.MODERATOR):
        client.force_login(somebody(role))
        assert client.get(door).status_code == client.post(note).status_code == 403
    assert not Attendance.objects.exists()


def test_a_reference_of_another_event_is_not_known(client, helper, announce, today, come):
    other = announce(titles=("Tjetra", "The other"))
    registration = come(other, "business")

    assert client.post(reverse("events:note_arrival", args=[today.number, registration.code])).status_code == 404


@pytest.mark.parametrize("rows", [3, 300])
def test_the_door_asks_the_same_however_many_people(
    client, helper, today, door, categories, now, rows, django_assert_num_queries
):
    Event.objects.update(capacity=1000)
    Registration.objects.bulk_create(
        Registration(event=today, category=categories["business"], state="registered", registered_at=now)
        for _ in range(rows)
    )
    client.get(door)

    with django_assert_num_queries(DOOR):
        client.get(door)


DOOR = 9
