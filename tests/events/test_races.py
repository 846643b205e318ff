"""Many people at once for the last places, on PostgreSQL, each with a connection of their own.

The negative control comes first: with the lock switched off the same storm must oversell, else the others prove nothing.
"""

import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from importlib import import_module
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection, transaction

from events.enums import RegistrationState
from events.errors import PlacesAlreadyTaken, RegistrationNotOpen
from events.records import Event, Registration
from events.services import cancel_registration, change_places, promote_waiting
from portal.notifications.models import Notice
from portal.work.clock import database_now

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]

REGISTERING = import_module("events.services.register")
PEOPLE = 40
PLACES = 8


def all_at_once(deeds: list[Callable[[], Any]]) -> list[Any]:
    """Do everything at the same moment; what is refused is returned as the refusal."""
    barrier = threading.Barrier(len(deeds))

    def do(deed: Callable[[], Any]) -> Any:
        try:
            barrier.wait(20)
            return deed()
        except Exception as refusal:
            return refusal
        finally:
            connection.close()

    with ThreadPoolExecutor(len(deeds)) as pool:
        return list(pool.map(do, deeds))


@pytest.fixture
def slow_to_decide(monkeypatch):
    """Give the others time between counting the places and taking one: the race is lost every time, not now and then."""
    counted = REGISTERING.places_of

    def places_of(event, at):
        places = counted(event, at)
        time.sleep(0.02)
        return places

    monkeypatch.setattr(REGISTERING, "places_of", places_of)


@pytest.fixture
def no_lock(monkeypatch):
    monkeypatch.setattr(REGISTERING, "lock_event", lambda event: Event.objects.get(pk=event.pk))


def seated(event: Event) -> int:
    return event.registrations.filter(state=RegistrationState.REGISTERED).count()


def test_without_the_lock_the_same_storm_oversells(announce, come, slow_to_decide, no_lock):
    event = announce(capacity=PLACES)

    all_at_once([lambda: come(event, "business") for _ in range(PEOPLE)])

    assert seated(event) > PLACES


def test_never_one_too_many_and_quotas_and_order_are_kept(announce, come, slow_to_decide):
    event = announce(capacity=PLACES, reserved={"government": 2, "academia": 2})
    categories = ["government", "business", "academia", "business", "civil_society"]

    all_at_once([lambda category=categories[n % 5]: come(event, category) for n in range(PEOPLE)])

    assert seated(event) == PLACES
    assert event.registrations.count() == PEOPLE
    for code in ("government", "academia"):
        assert event.registrations.filter(state="registered", category__code=code).count() >= 2
    for code in set(categories):
        states = list(event.registrations.filter(category__code=code).order_by("id").values_list("state", flat=True))
        assert states == sorted(states), "registered before waiting, nobody overtaken"
    assert Notice.objects.count() == PEOPLE


def test_one_address_pressing_at_once_from_everywhere_registers_once(announce, come, slow_to_decide):
    event = announce(capacity=PLACES)

    answers = all_at_once([lambda: come(event, "business", email="a@example.al") for _ in range(12)])

    assert Registration.objects.count() == 1
    assert {answer.pk for answer in answers} == {Registration.objects.get().pk}


def test_one_form_pressed_at_once_many_times_registers_once(announce, come, slow_to_decide):
    event, token = announce(capacity=PLACES), uuid4()

    all_at_once([lambda: come(event, "business", email="a@example.al", form_token=token) for _ in range(12)])

    assert Registration.objects.count() == Notice.objects.count() == 1


def test_places_given_back_while_others_come_are_given_out_once(announce, come):
    event = announce(capacity=PLACES)
    first = [come(event, "business") for _ in range(PLACES)]

    all_at_once(
        [lambda one=one: cancel_registration(registration=one) for one in first[:4]]
        + [lambda: come(event, "academia") for _ in range(10)]
        + [lambda: promote_waiting(event=event) for _ in range(4)]
    )

    assert seated(event) == PLACES
    assert event.registrations.filter(state="waiting").count() == 6
    assert (
        Notice.objects.filter(template="events/place_free").count()
        == event.registrations.exclude(promoted_at=None).count()
    )


def test_places_are_lowered_while_people_register_and_both_cannot_win(announce, come):
    event = announce(capacity=4)

    answers = all_at_once(
        [lambda: come(event, "business") for _ in range(6)]
        + [lambda: change_places(event=event, capacity=2, reserved={}, released_at=None)]
    )

    event.refresh_from_db()
    refused = isinstance(answers[-1], PlacesAlreadyTaken)
    assert event.capacity == (4 if refused else 2)
    assert seated(event) == event.capacity


def test_whoever_waits_for_the_lock_past_the_closing_instant_is_late(announce, come):
    event = announce()
    closes = database_now() + timedelta(seconds=1)
    Event.objects.filter(pk=event.pk).update(registration_closes_at=closes)
    locked, answers = threading.Event(), []

    def hold_the_row() -> None:
        with transaction.atomic():
            Event.objects.select_for_update(no_key=True).get(pk=event.pk)
            locked.set()
            while database_now() <= closes:
                time.sleep(0.05)
        connection.close()

    def come_in_time_but_wait() -> None:
        locked.wait(10)
        try:
            answers.append(come(event, "business"))
        except RegistrationNotOpen as refusal:
            answers.append(refusal)
        finally:
            connection.close()

    threads = [threading.Thread(target=deed) for deed in (hold_the_row, come_in_time_but_wait)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)

    assert [type(answer) for answer in answers] == [RegistrationNotOpen]
    assert not Registration.objects.exists()
