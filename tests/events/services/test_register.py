from uuid import uuid4

import pytest

from events.enums import RegistrationState
from events.errors import RegistrationNotOpen
from events.records import Registration
from portal.notifications.models import Notice

pytestmark = pytest.mark.django_db


def test_whoever_registers_first_takes_a_reserved_place_and_gets_a_letter(workshop, come):
    registration = come(workshop, "government", email="Arta@Example.al")

    assert registration.state == RegistrationState.REGISTERED
    assert registration.participant.email == "arta@example.al"
    notice = Notice.objects.get()
    assert notice.template == "events/registered"
    assert notice.attachments.get().name.endswith(".ics")


def test_an_event_that_is_not_open_takes_nobody(prepare, come):
    event = prepare()

    with pytest.raises(RegistrationNotOpen):
        come(event, "business")

    assert not Registration.objects.exists()


def test_the_same_form_pressed_twice_is_one_registration_and_one_letter(workshop, come):
    token = uuid4()

    first = come(workshop, "business", email="a@example.al", form_token=token)
    second = come(workshop, "business", email="a@example.al", form_token=token)

    assert first == second
    assert Notice.objects.count() == 1
