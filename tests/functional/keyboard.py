"""What somebody does without a mouse: Tab, Enter, Space and the letters, never a click."""

from dataclasses import dataclass

from playwright.sync_api import ElementHandle, Locator

from tests.functional.visitor import Visitor

MOST_STEPS = 150
LOOKS = 10

FOCUSED = "document.activeElement"
NOWHERE = "document.activeElement === document.body"
NUMBER = "[...document.querySelectorAll('*')].indexOf(document.activeElement)"
IS_SEEN = """element => {
    const outlined = one => getComputedStyle(one).outlineStyle !== 'none' && parseFloat(getComputedStyle(one).outlineWidth) > 0;
    const box = element.getBoundingClientRect();
    const inSight = box.width > 0 && box.bottom > 0 && box.top < innerHeight;
    return inSight && (outlined(element) || outlined(element.parentElement) || outlined(element.closest('label') ?? element));
}"""


@dataclass(frozen=True)
class Keyboard:
    """Somebody's keyboard. Wherever Tab leads, the focus must be seen."""

    of: Visitor

    def tabs(self, back: bool = False) -> None:
        page = self.of.page
        page.keyboard.press("Shift+Tab" if back else "Tab")
        if not page.evaluate(NOWHERE):
            stop = page.evaluate_handle(FOCUSED).as_element()
            assert stop is not None
            assert self._is_seen(stop), f"no focus is seen at {stop.evaluate('one => one.outerHTML')[:200]}"

    def _is_seen(self, stop: ElementHandle) -> bool:
        """Asked more than once: a busy machine draws and scrolls a moment later."""
        for _look in range(LOOKS):
            if stop.evaluate(IS_SEEN):
                return True
            self.of.page.wait_for_timeout(100)
        return False

    def goes_to(self, target: Locator, back: bool = False) -> None:
        for _step in range(MOST_STEPS):
            self.tabs(back)
            if target.evaluate("one => one === document.activeElement"):
                return
        raise AssertionError(f"{MOST_STEPS} steps did not lead to {target}")

    def walks_through(self) -> list[int]:
        """All stops of a page, until the focus leaves it."""
        stops: list[int] = []
        for _step in range(MOST_STEPS):
            self.tabs()
            if self.of.page.evaluate(NOWHERE):
                return stops
            stops.append(self.of.page.evaluate(NUMBER))
        raise AssertionError(f"after {MOST_STEPS} steps the focus is still on the page")

    def button(self, label: str) -> Locator:
        return self.of.page.locator("main").get_by_role("button", name=self.of.words(label), exact=True)

    def skips_to_content(self) -> None:
        """The first stop of every page leads past its head: the next one is within the content."""
        self.goes_to(self.of.link(self.of.words("Skip to content")))
        self.of.page.keyboard.press("Enter")
        self.tabs()
        assert self.of.page.evaluate("document.querySelector('main').contains(document.activeElement)")
        self.tabs(back=True)

    def enters(self, target: Locator) -> None:
        self.goes_to(target)
        with self.of.page.expect_navigation():
            self.of.page.keyboard.press("Enter")

    def types(self, text: str) -> None:
        self.of.page.keyboard.press("Control+A")
        self.of.page.keyboard.type(text)

    def writes(self, label: str, text: str, back: bool = False) -> None:
        self.goes_to(self.of.field(self.of.words(label)), back)
        self.types(text)

    def picks_first_of(self, legend: str) -> None:
        """A group of radio buttons is one stop; Space takes the first."""
        self.goes_to(self.of.page.get_by_role("group", name=legend).get_by_role("radio").first)
        self.of.page.keyboard.press("Space")

    def ticks(self, label: str) -> None:
        self.goes_to(self.of.page.get_by_role("checkbox", name=self.of.words(label), exact=True))
        self.of.page.keyboard.press("Space")

    def follows_the_first_error(self) -> None:
        """A form that was refused gives the focus to the summary; its first link leads to the field."""
        assert self.of.page.evaluate("document.activeElement.matches('.error-summary')")
        self.tabs()
        self.of.page.keyboard.press("Enter")
        assert self.of.page.evaluate("document.activeElement.matches('input, textarea, select')")
