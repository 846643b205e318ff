"""Somebody writes to the portal."""

import pytest

from tests.functional.conftest import Portal
from tests.functional.visitor import Visitor

pytestmark = pytest.mark.browser


def test_a_message_is_sent_after_a_slip_and_acknowledged(visitor: Visitor, portal: Portal, member_of_staff):
    address = f"shkruesi.{visitor.language}@example.al"
    visitor.arrives()
    visitor.follows(visitor.either("Kontakt", "Contact"), within=visitor.page.get_by_role("contentinfo"))
    visitor.follows(visitor.words("Write to us"))

    visitor.writes("your message", "Ku gjendet raporti?")
    visitor.writes("your e-mail address", "pa-adresë")
    assert visitor.presses("Send message") == 422
    visitor.is_shown_errors(visitor.words("The message was not sent"), visitor.words("what it is about"))
    assert visitor.has_written("your message") == "Ku gjendet raporti?"
    assert visitor.has_written("your e-mail address") == "pa-adresë"

    visitor.writes("what it is about", f"Një pyetje ({visitor.language})")
    visitor.writes("your e-mail address", address)
    visitor.presses("Send message")

    visitor.reads_heading(visitor.words("Your message was sent"))
    assert portal.letter_to(address).subject
    coordinator = member_of_staff("coordinator")
    coordinator.opens("/admin/contactmessage/")
    coordinator.reads(f"Një pyetje ({visitor.language})")
    coordinator.page.close()
