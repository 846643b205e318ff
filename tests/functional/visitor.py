"""What somebody does in front of the portal, in plain verbs.

Labels are named as the source writes them, in English, and looked up in the visitor's language: a journey is written once and
walked in both. What stands in the database (titles, categories) is named in both by the journey itself.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from django.utils import translation
from playwright.sync_api import Download, Locator, Page, Response, expect

TELEPHONE = {"width": 320, "height": 640}
DESK = {"width": 1280, "height": 900}


@dataclass(frozen=True)
class Visitor:
    page: Page
    language: str

    def words(self, message: str, context: str | None = None, **values: object) -> str:
        """A sentence of the portal in the visitor's language, as a reader sees it: without marks."""
        with translation.override(self.language):
            found = translation.pgettext(context, message) if context else translation.gettext(message)
        return re.sub(r"<[^>]+>", "", found % values if values else found)

    def either(self, albanian: str, english: str) -> str:
        return {"sq": albanian, "en": english}[self.language]

    def opens(self, address: str) -> Response:
        response = self.page.goto(address)
        assert response is not None
        return response

    def arrives(self) -> None:
        self.opens(f"/{self.language}/")

    def link(self, name: str, within: Locator | None = None) -> Locator:
        """By its visible name; the arrow after it is drawn."""
        return (within or self.page).get_by_role("link", name=re.compile(rf"^{re.escape(name)}( →)?$")).first

    def follows(self, name: str, within: Locator | None = None) -> None:
        self.link(name, within).click()

    def unfolds(self, summary: str) -> None:
        self.page.locator("summary").filter(has_text=re.compile(rf"^\s*{re.escape(summary)}\s*$")).click()

    def switches_language(self) -> "Visitor":
        """The same page in the other language, and somebody who reads it."""
        self.page.locator(".language a").click()
        return Visitor(self.page, {"sq": "en", "en": "sq"}[self.language])

    def field(self, label: str) -> Locator:
        """A field of text. A note in brackets may follow its label, which a form may begin with a capital letter."""
        name = re.compile(rf"^{re.escape(label)}\*?( \(.*\))?$", re.IGNORECASE)
        return self.page.get_by_role("textbox", name=name).or_(self.page.get_by_label(name)).first

    def writes(self, label: str, text: str) -> None:
        self.field(self.words(label)).fill(text)

    def chooses(self, option: str) -> None:
        self.page.get_by_role("radio", name=option, exact=True).check()

    def ticks(self, label: str) -> None:
        self.page.get_by_role("checkbox", name=self.words(label), exact=True).check()

    def filter(self, name: str) -> Locator:
        """An option of the filters beside a list; how many it would leave stands after its name."""
        return self.page.get_by_role("checkbox", name=re.compile(rf"^{re.escape(name)}\b"))

    def presses(self, button: str, context: str | None = None) -> int:
        """Send a form; return the status of its own answer, before any redirect is followed."""
        pressed = self.page.locator("main").get_by_role("button", name=self.words(button, context), exact=True).first
        with self.page.expect_response(lambda response: response.request.is_navigation_request()) as answer:
            pressed.click()
        self.page.wait_for_load_state()
        return answer.value.status

    def fills_in(self, **fields: str) -> None:
        """Fields of the editors' side, by name."""
        for name, text in fields.items():
            self.page.locator(f"[name={name}]").fill(text)
            self.page.keyboard.press("Escape")  # what a date unfolds would lie over the next field

    def selects(self, **fields: str | int) -> None:
        """Options of the editors' side, by their words or their turn."""
        for name, option in fields.items():
            chosen = {"index": option} if isinstance(option, int) else {"label": option}
            self.page.locator(f"select[name={name}]").select_option(**chosen)

    def downloads(self, link: Locator) -> Path:
        with self.page.expect_download() as coming:
            link.click()
        download: Download = coming.value
        return Path(download.path())

    def reads(self, text: str) -> None:
        expect(self.page.locator("main")).to_contain_text(text)

    def does_not_read(self, text: str) -> None:
        expect(self.page.locator("main")).not_to_contain_text(text)

    def reads_heading(self, text: str) -> None:
        expect(self.page.get_by_role("heading", level=1)).to_have_text(text)

    def is_shown_errors(self, *sentences: str) -> None:
        """In the summary at the top, which leads to each field and begins the page's title."""
        summary = self.page.locator(".error-summary")
        for sentence in sentences:
            expect(summary).to_contain_text(sentence, ignore_case=True)
        expect(self.page).to_have_title(re.compile(f"^{re.escape(self.words('Error:'))} "))

    def has_written(self, label: str) -> str:
        return self.field(self.words(label)).input_value()
