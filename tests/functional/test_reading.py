"""Somebody comes to read: from the front page to a file on the telephone, and by search."""

import re

import pytest
from playwright.sync_api import expect

from tests.functional.visitor import Visitor

pytestmark = pytest.mark.browser

STRATEGY = (
    "Strategjia Kombëtare për Migracionin dhe Plani i Veprimit 2019–2022",
    "National Strategy on Migration and Action Plan 2019–2022",
)


def test_a_file_is_three_steps_from_the_front_page(visitor: Visitor):
    visitor.arrives()
    visitor.follows(visitor.words("All documents"))
    in_all = found(visitor)

    visitor.unfolds(visitor.words("Filter documents"))
    visitor.filter(visitor.either("Strategji", "Strategy")).check()
    visitor.presses("Apply filters")
    assert 0 < found(visitor) < in_all
    visitor.follows(visitor.either(*STRATEGY))

    visitor.reads_heading(visitor.either(*STRATEGY))
    files = visitor.page.get_by_role("region", name=visitor.words("Files"))
    pdf = visitor.downloads(files.get_by_role("link", name=re.compile(f"^{visitor.words('Download')}")).first)
    assert pdf.read_bytes().startswith(b"%PDF-")


def test_the_filters_stay_when_the_language_is_switched(visitor: Visitor):
    visitor.arrives()
    visitor.follows(visitor.words("All documents"))
    visitor.unfolds(visitor.words("Filter documents"))
    visitor.filter(visitor.either("Strategji", "Strategy")).check()
    visitor.presses("Apply filters")
    here = found(visitor)

    reader = visitor.switches_language()

    assert found(reader) == here
    expect(reader.filter(reader.either("Strategji", "Strategy"))).to_be_checked()
    reader.follows(reader.either(*STRATEGY))
    reader.switches_language().reads_heading(visitor.either(*STRATEGY))


def test_the_menu_opens_without_a_script_and_leads_to_every_room(visitor: Visitor):
    rooms = visitor.either("Biblioteka Strategjia Konsultime Ngjarje", "Library Strategy Consultations Events").split()
    visitor.arrives()

    for room in rooms:
        visitor.unfolds(visitor.words("Menu"))
        visitor.follows(room, within=visitor.page.get_by_role("banner"))
        visitor.reads_heading(room)


def test_the_same_is_found_with_and_without_dots_and_cedilla(visitor: Visitor):
    visitor.arrives()
    written = searches(visitor, visitor.either("Strategjia Kombëtare për Migracionin", "Tiranë"))
    plain = searches(visitor, visitor.either("strategjia kombetare per migracionin", "tirane"))

    assert written > 0
    assert plain == written


def test_a_search_is_the_same_search_in_the_other_language(visitor: Visitor):
    visitor.arrives()
    visitor.page.get_by_role("searchbox").fill("migracion")
    visitor.presses("Search", "verb")
    expect(visitor.page.get_by_role("searchbox")).to_have_value("migracion")
    assert found(visitor) > 0

    reader = visitor.switches_language()

    expect(reader.page).to_have_title(re.compile(f"^migracion · {reader.words('Search', 'noun')}"))
    expect(reader.page.get_by_role("searchbox")).to_have_value("migracion")


def searches(visitor: Visitor, text: str) -> int:
    visitor.page.get_by_role("searchbox").fill(text)
    visitor.presses("Search", "verb")
    return found(visitor)


def found(visitor: Visitor) -> int:
    return int(re.sub(r"\D", "", visitor.page.locator("#found").inner_text()))
