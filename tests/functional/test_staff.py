"""Editors, coordinators and organisers begin something with one form, and the public sees it in both languages."""

from datetime import datetime, timedelta

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.functional.conftest import LANGUAGES, Portal
from tests.functional.visitor import Visitor

pytestmark = pytest.mark.browser

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
PAGE = b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


@pytest.fixture
def readers(without_javascript: BrowserContext) -> list[Visitor]:
    """One of each language."""
    return [Visitor(without_javascript.new_page(), language) for language in LANGUAGES]


def test_an_editor_publishes_a_study_from_one_form(member_of_staff, readers: list[Visitor]):
    editor: Visitor = member_of_staff("editor")
    editor.opens("/admin/publication/new/")
    editor.fills_in(
        title_sq="Studim i provës për kthimin",
        title_en="Trial study on return",
        summary_sq="Një studim i shkurtër.",
        summary_en="A short study.",
    )
    editor.selects(kind="Study", title_en_status="our translation of the title")
    editor.page.locator("[name=upload]").set_input_files(
        {"name": "studimi.pdf", "mimeType": "application/pdf", "buffer": PDF + PAGE}
    )
    editor.selects(upload_language="Albanian")
    editor.presses("Create")
    cannot_be_read_yet(readers[0], "Studim i provës për kthimin")

    editor.page.get_by_role("button", name="Actions").first.click()
    editor.follows("Publish")
    editor.presses("Publish")

    for reader in readers:
        title = reader.either("Studim i provës për kthimin", "Trial study on return")
        reader.arrives()
        reader.follows(reader.words("All documents"))
        reader.page.get_by_role("searchbox").fill(title)
        reader.presses("Search", "verb")
        reader.follows(title)
        reader.reads_heading(title)
        reader.reads(reader.either("Një studim i shkurtër.", "A short study."))
    editor.page.close()


def test_a_coordinator_puts_a_draft_out_for_comment(member_of_staff, readers: list[Visitor]):
    coordinator: Visitor = member_of_staff("coordinator")
    coordinator.opens("/admin/consultations/new/")
    coordinator.fills_in(
        title_sq="Projektvendim i provës",
        title_en="Trial draft decision",
        opens_at=moment(days=-1),
        contact_role_sq="Koordinatori",
        contact_role_en="The coordinator",
        contact_email="koordinator@example.al",
    )
    coordinator.selects(act_kind=1, institution=1)
    coordinator.presses("Create")
    coordinator.follows("Draft 1")
    coordinator.follows("Add a provision")
    coordinator.fills_in(
        label="1", heading_sq="Qëllimi", heading_en="Purpose", text_sq="Ky vendim provon.", text_en="This is a trial."
    )
    coordinator.presses("Save")
    coordinator.follows("Back")
    coordinator.presses("Announce the consultation")

    for reader in readers:
        title = reader.either("Projektvendim i provës", "Trial draft decision")
        reader.arrives()
        reader.follows(reader.words("All consultations"))
        reader.follows(title)
        reader.reads_heading(title)
        reader.reads(reader.either("Ky vendim provon.", "This is a trial."))
        expect(reader.page.locator("article#p1 a.button")).to_be_visible()
    coordinator.page.close()


def test_an_organiser_invites_and_a_place_given_back_goes_to_who_waits(
    member_of_staff, readers: list[Visitor], portal: Portal
):
    organiser: Visitor = member_of_staff("organiser")
    organiser.opens("/admin/event/new/")
    organiser.fills_in(
        title_sq="Takim i provës",
        title_en="Trial meeting",
        summary_sq="Një vend i vetëm.",
        summary_en="A single place.",
        starts_at=moment(days=20),
        ends_at=moment(days=20, hours=3),
        registration_opens_at=moment(days=-1),
        registration_closes_at=moment(days=19),
        capacity="1",
        place_sq="Salla 1",
        place_en="Hall 1",
        address_sq="Tiranë",
        address_en="Tirana",
        contact_email="organizator@example.al",
    )
    organiser.presses("Create")
    organiser.presses("Announce the event")
    albanian, english = readers

    assert albanian.words("Your place is reserved.") in registers(albanian, portal, "i.pari@example.al")
    assert english.words("You are number %(turn)s of your category in the waiting list.", turn=1) in registers(
        english, portal, "i.dyti@example.al"
    )
    albanian.opens(portal.letter_to("i.pari@example.al").link(albanian.words("registration", "address")))
    albanian.presses("Cancel the registration")

    letter = portal.letter_to("i.dyti@example.al", 2)
    assert english.words("You were on the waiting list. A place came free, and it is yours.") in letter.text
    english.opens(letter.link(english.words("registration", "address")))
    english.reads(english.words("You have a place"))
    organiser.page.close()


def cannot_be_read_yet(reader: Visitor, title: str) -> None:
    reader.opens(f"/sq/kerko/?q={title}")
    expect(reader.link(title)).to_have_count(0)


def registers(reader: Visitor, portal: Portal, address: str) -> str:
    """What the letter says."""
    title = reader.either("Takim i provës", "Trial meeting")
    reader.arrives()
    reader.follows(reader.words("All events"))
    reader.follows(title)
    reader.page.locator("main a.button").first.click()
    reader.writes("Name and surname", "Emri i shembullit")
    reader.writes("E-mail address", address)
    reader.chooses(reader.either("Shoqëria civile", "Civil society"))
    reader.presses("Send the registration")
    return portal.letter_to(address).text


def moment(days: int, hours: int = 0) -> str:
    """As a date picker of the editors' side writes it."""
    return f"{datetime.now() + timedelta(days=days, hours=hours):%Y-%m-%d %H:%M}"
