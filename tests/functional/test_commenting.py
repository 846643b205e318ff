"""Somebody comments on a provision: from the front page to the withdrawal, with a moderator in between."""

import re

import pytest
from playwright.sync_api import expect

from tests.functional.conftest import Portal
from tests.functional.visitor import Visitor

pytestmark = pytest.mark.browser

DRAFT = ("Skicë e politikës së re të migracionit", "Outline for a new migration policy")


def test_a_comment_goes_its_whole_way(visitor: Visitor, portal: Portal, member_of_staff):
    address = f"komentuesi.{visitor.language}@example.al"
    words = visitor.either("Afati është i shkurtër për qarqet.", "The term is short for the regions.")
    moderator = member_of_staff("moderator")

    goes_to_the_form(visitor, provision="p5")
    sends_it_wrong_first(visitor, words)
    fills_in(visitor, address)
    visitor.presses("Send comment")
    visitor.reads(visitor.words("Thank you. Your comment was received."))
    receipt = visitor.page.locator(".receipt__number").inner_text()

    letter = portal.letter_to(address)
    manage = letter.link(visitor.words("my-comment", "address"))
    assert receipt in letter.text
    visitor.opens(letter.link(visitor.words("confirm", "address")))
    visitor.reads(words)
    visitor.presses("Confirm the comment")
    visitor.reads(visitor.words("Received and confirmed"))

    publishes(moderator, words)
    provision = f"/{visitor.language}/" + visitor.either("konsultime/1/versioni/1/p5/", "consultations/1/version/1/p5/")
    reads_it_in_both_languages(visitor, provision, words)
    assert portal.letter_to(address, 2).link(visitor.words("comments", "address"))

    changed = f"{words} Tridhjetë ditë / thirty days."
    visitor.opens(manage)
    visitor.writes("What you think", changed)
    visitor.presses("Save the change")
    visitor.opens(provision)
    visitor.does_not_read(words)
    publishes(moderator, changed)
    visitor.opens(provision)
    visitor.reads(changed)
    own_address = visitor.page.locator("article.comment", has_text=changed).locator(".comment__links a").first
    permanent = own_address.get_attribute("href") or ""

    visitor.opens(manage)
    visitor.presses("Withdraw the comment")
    visitor.reads(visitor.words("This comment was withdrawn."))
    visitor.opens(provision)
    visitor.does_not_read(words)
    visitor.opens(permanent)
    visitor.reads(visitor.words("Withdrawn by its author"))
    visitor.does_not_read(words)
    moderator.page.close()


def test_a_hidden_comment_leaves_its_reason(visitor: Visitor, portal: Portal, member_of_staff):
    address = f"i.fshehur.{visitor.language}@example.al"
    words = f"Ja numri i një fqinji ({visitor.language})."
    goes_to_the_form(visitor, provision="p9")
    visitor.writes("What you think", words)
    fills_in(visitor, address)
    visitor.presses("Send comment")
    visitor.opens(portal.letter_to(address).link(visitor.words("confirm", "address")))
    visitor.presses("Confirm the comment")
    receipt = visitor.page.url

    moderator = member_of_staff("moderator")
    moderator.opens("/admin/consultations/moderation/")
    moderator.page.locator("section", has_text=words).get_by_role("link").filter(has_text="Hide").click()
    moderator.writes("Reason in Albanian", "Përmend një person tjetër.")
    moderator.writes("Reason in English", "It mentions another person.")
    moderator.presses("Hide the comment")
    moderator.page.close()

    visitor.opens(receipt)
    visitor.reads(visitor.either("Përmend një person tjetër.", "It mentions another person."))


def goes_to_the_form(visitor: Visitor, provision: str) -> None:
    visitor.arrives()
    visitor.follows(visitor.either(*DRAFT))
    visitor.reads_heading(visitor.either(*DRAFT))
    visitor.page.locator(f"article#{provision}").locator("a.button").click()


def sends_it_wrong_first(visitor: Visitor, words: str) -> None:
    """No address, no category, no licence: told at once, and nothing of what was written is lost."""
    visitor.writes("What you think", words)
    visitor.writes("The wording you propose", "Neni 5: …")
    visitor.writes("Your e-mail address", "pa@")

    assert visitor.presses("Send comment") == 422

    visitor.is_shown_errors(
        visitor.words("The comment was not sent"),
        visitor.words("Write an e-mail address, e.g. name@example.al"),
        visitor.words("Choose the category you speak for."),
        visitor.words("Without this permission the comment cannot be published."),
    )
    assert visitor.has_written("What you think") == words
    assert visitor.has_written("The wording you propose") == "Neni 5: …"
    assert visitor.has_written("Your e-mail address") == "pa@"


def fills_in(visitor: Visitor, address: str) -> None:
    visitor.writes("Your e-mail address", address)
    visitor.chooses(visitor.either("Bota akademike", "Academia"))
    visitor.chooses(visitor.words("Without a name to the public"))
    visitor.ticks("I allow my comment to be published under the licence CC BY 4.0")


def publishes(moderator: Visitor, words: str) -> None:
    moderator.opens("/admin/consultations/moderation/")
    moderator.page.locator("section", has_text=words).get_by_role("button").filter(has_text="Publish").click()
    moderator.reads("The comment is published")


def reads_it_in_both_languages(visitor: Visitor, provision: str, words: str) -> None:
    visitor.opens(provision)
    visitor.reads(words)
    reader = visitor.switches_language()
    comment = reader.page.locator("article.comment", has_text=words)
    expect(comment).to_contain_text(
        reader.words("written in %(language)s", language=reader.either("anglisht", "Albanian"))
    )
    expect(comment.locator(f"[lang={visitor.language}]")).to_contain_text(words)
    assert re.search(r"/p5/$", reader.page.url)
