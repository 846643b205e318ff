"""Somebody opens an account, signs in and out, and sees, takes and erases what is held about an address."""

import json

import pytest
from playwright.sync_api import expect

from tests.functional.conftest import Portal
from tests.functional.visitor import Visitor

pytestmark = pytest.mark.browser

PASSWORD = "katër fjalë pa lidhje"


def test_an_account_is_opened_with_a_password_and_used(visitor: Visitor, portal: Portal):
    address = f"anetari.{visitor.language}@example.al"
    visitor.arrives()
    visitor.follows(visitor.words("Sign in"), within=visitor.page.get_by_role("banner"))
    visitor.follows(visitor.words("Open an account"))
    visitor.field("Email").or_(visitor.page.locator("[name=email]")).first.fill(address)
    visitor.page.locator("[name=password1]").fill(PASSWORD)
    visitor.presses("Open an account")
    types_a_wrong_code_then(visitor, portal.letter_to(address).code)
    visitor.reads(address)

    signs_out(visitor)
    goes_to_sign_in(visitor)
    visitor.page.locator("[name=login]").fill(address)
    visitor.page.locator("[name=password]").fill("jo kjo fjalë")
    visitor.presses("Sign in")
    visitor.is_shown_errors(visitor.words("You are not signed in"))
    visitor.page.locator("[name=password]").fill(PASSWORD)
    visitor.presses("Sign in")
    visitor.reads_heading(visitor.words("My account"))
    signs_out(visitor)


def test_an_account_needs_no_password(visitor: Visitor, portal: Portal):
    address = f"me.kod.{visitor.language}@example.al"
    goes_to_sign_in(visitor)
    visitor.follows(visitor.words("Open an account"))
    visitor.page.locator("[name=email]").fill(address)
    visitor.presses("Open an account")
    types_a_wrong_code_then(visitor, portal.letter_to(address).code)
    signs_out(visitor)

    goes_to_sign_in(visitor)
    visitor.follows(visitor.words("Send me a code by e-mail"))
    visitor.page.locator("[name=email]").fill(address)
    visitor.presses("Send me the code")
    types_a_wrong_code_then(visitor, portal.letter_to(address, 2).code)

    visitor.reads_heading(visitor.words("My account"))
    visitor.reads(address)


def test_what_is_held_is_seen_taken_and_erased_by_a_signed_link(visitor: Visitor, portal: Portal):
    address = f"te.dhenat.{visitor.language}@example.al"
    writes_to_the_portal(visitor, address)
    portal.letter_to(address)
    visitor.arrives()
    visitor.follows(visitor.words("My data"), within=visitor.page.get_by_role("contentinfo"))
    visitor.writes("Your e-mail address", address)
    visitor.presses("Send me the link")
    visitor.reads_heading(visitor.words("The link is on its way"))

    mine = portal.letter_to(address, 2).link(visitor.words("my-data", "address"))
    visitor.opens(mine)
    visitor.reads(address)
    taken = visitor.downloads(visitor.link(visitor.words("Download everything (JSON)")))
    assert "Sa kohë ruhet kjo?" in json.dumps(json.loads(taken.read_text()), ensure_ascii=False)

    visitor.follows(visitor.words("Erase my data"))
    visitor.presses("Erase my data for good")
    visitor.is_shown_errors(visitor.words("Nothing was erased"))
    visitor.ticks("I understand that this cannot be undone.")
    visitor.presses("Erase my data for good")
    visitor.reads_heading(visitor.words("Your data were erased"))

    visitor.opens(mine)
    visitor.does_not_read("Sa kohë ruhet kjo?")


def goes_to_sign_in(visitor: Visitor) -> None:
    visitor.arrives()
    visitor.follows(visitor.words("Sign in"), within=visitor.page.get_by_role("banner"))


def types_a_wrong_code_then(visitor: Visitor, code: str) -> None:
    visitor.reads_heading(visitor.words("Type the code"))
    visitor.page.locator("[name=code]").fill("AAAAAA")
    visitor.presses("Confirm", "button")
    visitor.is_shown_errors(visitor.words("The code was not accepted"))
    visitor.page.locator("[name=code]").fill(code)
    visitor.presses("Confirm", "button")


def signs_out(visitor: Visitor) -> None:
    visitor.follows(visitor.words("Sign out"))
    visitor.presses("Sign out")
    expect(visitor.link(visitor.words("Sign in"), visitor.page.get_by_role("banner"))).to_be_visible()


def writes_to_the_portal(visitor: Visitor, address: str) -> None:
    visitor.opens(f"/{visitor.language}/" + visitor.either("kontakt/shkruani/", "contact/write/"))
    visitor.writes("what it is about", "Të dhënat")
    visitor.writes("your message", "Sa kohë ruhet kjo?")
    visitor.writes("your e-mail address", address)
    visitor.presses("Send message")
