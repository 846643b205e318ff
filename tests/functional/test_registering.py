"""Somebody registers for an event, and cancels by the link in the letter."""

import pytest
from playwright.sync_api import expect

from tests.functional.conftest import Portal
from tests.functional.visitor import Visitor

pytestmark = pytest.mark.browser

CONFERENCE = (
    "Konferenca kombëtare për politikën e re të migracionit",
    "National conference on the new migration policy",
)


def test_a_registration_goes_its_whole_way(visitor: Visitor, portal: Portal, member_of_staff):
    address = f"i.ftuari.{visitor.language}@example.al"
    goes_to_the_form(visitor)
    sends_it_wrong_first(visitor)
    visitor.writes("E-mail address", address)
    visitor.chooses(visitor.either("Komuniteti i biznesit", "Business community"))
    visitor.ticks("I agree that these answers are kept until 30 days after the event")
    visitor.presses("Send the registration")
    visitor.reads(visitor.words("Thank you. Your registration was received."))
    visitor.reads("i…@example.al")

    letter = portal.letter_to(address)
    assert visitor.words("Your place is reserved.") in letter.text
    assert has_a_calendar_file(member_of_staff("organiser"), address)

    visitor.opens(letter.link(visitor.words("registration", "address")))
    visitor.reads(visitor.words("You have a place"))
    assert visitor.page.locator(".receipt__number").inner_text() in letter.text
    calendar = visitor.downloads(visitor.link(visitor.words("Calendar file (.ics)"))).read_text()
    assert calendar.startswith("BEGIN:VCALENDAR")
    assert visitor.either(*CONFERENCE)[:20] in calendar

    visitor.presses("Cancel the registration")
    visitor.reads(visitor.words("Cancelled"))
    expect(visitor.link(visitor.words("Register again"))).to_be_visible()
    assert portal.letter_to(address, 2)


def goes_to_the_form(visitor: Visitor) -> None:
    visitor.arrives()
    visitor.follows(visitor.words("All events"))
    visitor.follows(visitor.either(*CONFERENCE))
    visitor.reads_heading(visitor.either(*CONFERENCE))
    visitor.follows(visitor.words("Register"))


def sends_it_wrong_first(visitor: Visitor) -> None:
    """No category, and needs without consent to keep them: told at once, and nothing that was written is lost."""
    visitor.writes("Name and surname", "Emri i shembullit")
    visitor.writes("E-mail address", "pa@")
    visitor.ticks("Induction loop")
    visitor.writes("Anything else we should know", "Ulëse përpara, ju lutem.")

    assert visitor.presses("Send the registration") == 422

    visitor.is_shown_errors(
        visitor.words("You are not registered yet"),
        visitor.words("Tick this, or leave your needs out: without it we may not keep them."),
        visitor.words("On behalf of which category you come"),
        visitor.words("E-mail address"),
    )
    assert visitor.has_written("Name and surname") == "Emri i shembullit"
    assert visitor.has_written("Anything else we should know") == "Ulëse përpara, ju lutem."
    expect(visitor.page.get_by_role("checkbox", name=visitor.words("Induction loop"))).to_be_checked()


def has_a_calendar_file(organiser: Visitor, address: str) -> bool:
    organiser.opens(f"/admin/outbox/?q={address}")
    organiser.page.locator("main td a").first.click()
    organiser.reads(".ics")
    organiser.page.close()
    return True
