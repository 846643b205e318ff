"""A comment and a registration with the keyboard alone: the focus is seen at each stop, and nothing holds it fast."""

import pytest

from tests.functional.conftest import Portal
from tests.functional.keyboard import Keyboard
from tests.functional.visitor import Visitor

pytestmark = pytest.mark.browser


def test_a_comment_needs_no_mouse(typist: Visitor, portal: Portal):
    address = f"tastiera.{typist.language}@example.al"
    keys = Keyboard(typist)
    typist.opens(f"/{typist.language}/" + typist.either("konsultime/1/versioni/1/p2/", "consultations/1/version/1/p2/"))
    keys.skips_to_content()
    keys.enters(typist.link(typist.words("Comment", "verb")))
    keys.writes("What you think", "E lexova pa mi.")
    keys.enters(keys.button("Send comment"))

    keys.follows_the_first_error()
    keys.types(address)
    keys.picks_first_of(typist.words("For which category you speak"))
    keys.picks_first_of(typist.words("What the public sees of you"))
    keys.ticks("I allow my comment to be published under the licence CC BY 4.0")
    keys.writes("Your name", "Emri i shembullit", back=True)
    keys.enters(keys.button("Send comment"))

    typist.reads(typist.words("Thank you. Your comment was received."))
    typist.opens(portal.letter_to(address).link(typist.words("confirm", "address")))
    keys.enters(keys.button("Confirm the comment"))
    typist.reads(typist.words("Received and confirmed"))


def test_a_registration_needs_no_mouse(typist: Visitor, portal: Portal):
    address = f"ftesa.{typist.language}@example.al"
    keys = Keyboard(typist)
    typist.opens(f"/{typist.language}/" + typist.either("ngjarje/2/", "events/2/"))
    keys.skips_to_content()
    keys.enters(typist.link(typist.words("Register")))
    keys.writes("Name and surname", "Emri i shembullit")
    keys.writes("E-mail address", address)
    keys.picks_first_of(typist.words("On behalf of which category you come"))
    keys.enters(keys.button("Send the registration"))

    typist.reads(typist.words("Thank you. Your registration was received."))
    typist.opens(portal.letter_to(address).link(typist.words("registration", "address")))
    keys.enters(keys.button("Cancel the registration"))
    typist.reads(typist.words("Cancelled"))


def test_the_focus_goes_through_a_page_and_out_of_it(typist: Visitor):
    typist.arrives()
    keys = Keyboard(typist)

    stops = keys.walks_through()

    assert len(stops) == len(set(stops)) > 20


def test_a_focus_that_nobody_sees_is_noticed(typist: Visitor):
    typist.arrives()
    typist.page.evaluate("document.querySelector('.brand').style.outline = '0'")

    with pytest.raises(AssertionError, match="no focus is seen"):
        Keyboard(typist).walks_through()


def test_the_menu_opens_and_shuts_by_key(typist: Visitor):
    typist.page.set_viewport_size({"width": 320, "height": 640})
    typist.arrives()
    keys = Keyboard(typist)
    keys.goes_to(typist.page.locator("summary.menu__button"))
    typist.page.keyboard.press("Space")

    keys.enters(typist.link(typist.either("Biblioteka", "Library"), typist.page.get_by_role("banner")))

    typist.reads_heading(typist.either("Biblioteka", "Library"))
