"""What the room hands to the commons: letters, search, the worker's sweeps, personal data."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.apps import apps
from django.db.models import CharField, TextField

from events.letters import LETTERS
from events.pages import EventPage
from events.personal_data import PERSONAL_DATA
from events.records import Event, ProgrammeItem
from events.search import SEARCHABLES
from events.services import call_off_event
from events.work import SWEEPS, serve_queues
from portal.accounts.enums import Role
from portal.languages.enums import Language
from portal.notifications.rendering import render_letter
from tests.events.conftest import somebody

(EVENTS,) = SEARCHABLES


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("letter", LETTERS, ids=lambda letter: letter.name)
def test_every_letter_reads_in_both_languages(letter, language):
    for example in letter.examples:
        rendered = render_letter(letter.name, language=language, context=example)

        assert "{{" not in rendered.text + rendered.html
        assert "Konferencë shembull për migracionin" in rendered.text
        assert "Example conference on migration" in rendered.text


def test_the_room_sends_no_letter_that_it_does_not_declare():
    folders = {path.parent.name for path in Path("events/templates/letters/events").glob("*/subject.txt")}

    assert {letter.name for letter in LETTERS} == {f"events/{folder}" for folder in folders}


@pytest.mark.django_db
def test_an_event_is_found_in_both_languages_with_its_programme(announce, now):
    starts = now + timedelta(days=21)
    item = ProgrammeItem(starts_at=starts, ends_at=starts + timedelta(hours=1), title_sq="Hapja", title_en="Opening")
    event = announce(programme=(item,))

    entries = {entry.language: entry for entry in EVENTS.entries()}

    assert set(entries) == {"sq", "en"}
    assert "Hapja" in entries["sq"].text
    assert "Opening" in entries["en"].text
    assert entries["en"].url == "/en/events/workshop-on-return/"
    assert list(EVENTS.entries([event.pk + 1])) == []


@pytest.mark.django_db
def test_what_is_not_public_is_not_handed_in_and_not_shown(prepare, announce):
    draft = prepare()
    public = announce(titles=("Tjetra", "The other"))

    assert {entry.key for entry in EVENTS.entries()} == {public.pk}
    keys = [draft.pk, public.pk]
    assert EVENTS.visible(None, keys) == EVENTS.visible(somebody(), keys) == {public.pk}
    assert EVENTS.visible(somebody(Role.ORGANISER), keys) == {draft.pk, public.pk}


@pytest.mark.django_db
def test_a_page_is_known_by_its_event(workshop):
    page = EventPage.objects.first()

    assert EVENTS.keys_of(page) == [workshop.pk]
    assert EVENTS.keys_of(page.get_parent().specific) == []


@pytest.mark.django_db
def test_the_worker_serves_queues_at_the_release_and_leaves_others_alone(announce, come, now):
    event = announce(capacity=2, reserved={"government": 1})
    come(event, "business")
    come(event, "business")
    called_off = announce(titles=("Tjetra", "The other"), capacity=1)
    come(called_off, "business")
    come(called_off, "business")
    call_off_event(event=called_off, reason_sq="x", reason_en="x")
    assert serve_queues() == 0
    Event.objects.update(places_released_at=now - timedelta(seconds=1))

    assert serve_queues() == 1
    assert serve_queues() == 0


def test_sweeps_have_names_of_this_room():
    assert [sweep.name for sweep in SWEEPS] == ["events.serve_queues", "events.forget_needs"]


HARMLESS = {
    "events.Event": "all",
    "events.CategoryQuota": "all",
    "events.ProgrammeItem": "all",
    "events.EventPage": "all",
    "events.EventIndexPage": "all",
}


def test_every_text_that_a_person_wrote_is_declared_personal():
    declared = {field for holder in PERSONAL_DATA for field in holder.fields}
    texts = {
        f"{model._meta.label}.{field.name}"
        for model in apps.get_app_config("events").get_models()
        for field in model._meta.get_fields()
        if isinstance(field, CharField | TextField) and model._meta.label not in HARMLESS
    }

    assert texts - declared == set()
