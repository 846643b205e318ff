"""What holds for every page, whichever room it is of: accessible, within its screen, light, and asking nobody else."""

import gzip
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Page

from tests.functional.conftest import Portal
from tests.functional.shown import address_of_each_template
from tests.security.cast import STRANGER, client_of
from tests.security.crawl import Crawl

LANGUAGES = ("sq", "en")
WIDTHS = (320, 1280)
HEAVIEST_PAGE = 100 * 1024

# Every rule that axe knows, best practices included. None is switched off.
RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
}
SCROLLS_SIDEWAYS = "document.documentElement.scrollWidth > document.documentElement.clientWidth"


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_template_is_accessible_and_fits_its_screen(seeded, portal: Portal, browser: Browser, language, width):
    addresses = address_of_each_template(language)
    assert len(addresses) > 15
    faults: list[str] = []
    context = browser.new_context(base_url=portal.url, viewport={"width": width, "height": 800}, bypass_csp=False)
    page = context.new_page()
    page.on("console", lambda message: faults.extend(refused_by_policy(page, message)))
    page.on("request", lambda request: faults.extend(asked_elsewhere(portal, page, request.url)))
    for template, address in addresses.items():
        page.goto(address)
        faults += [f"{template} {address}: {fault}" for fault in faults_of(page)]
    context.close()

    assert faults == []


def faults_of(page: Page) -> list[str]:
    found = [
        f"{violation['id']} at {node['target'][0]}: {node['html'][:120]}"
        for violation in Axe().run(page, options=RULES).response["violations"]
        for node in violation["nodes"]
    ]
    if page.evaluate(SCROLLS_SIDEWAYS):
        found.append("scrolls sideways")
    return found


def refused_by_policy(page: Page, message: ConsoleMessage) -> list[str]:
    return [f"{page.url}: {message.text}"] if "Content Security Policy" in message.text else []


def asked_elsewhere(portal: Portal, page: Page, url: str) -> list[str]:
    return [] if urlsplit(url).netloc == urlsplit(portal.url).netloc else [f"{page.url} asks {url}"]


@pytest.mark.browser
def test_the_checks_themselves_see_a_fault(portal: Portal, browser: Browser):
    """A picture without words, a text too wide for the screen and a script from elsewhere."""
    context = browser.new_context(base_url=portal.url, viewport={"width": 320, "height": 800})
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.extend(refused_by_policy(page, message)))
    page.goto("/sq/")

    page.evaluate(
        "document.querySelector('main').innerHTML += `<img src='/static/x.png'>`;"
        "document.querySelector('main').style.inlineSize = '900px';"
        "const s = document.createElement('script'); s.src = 'https://example.invalid/x.js'; document.body.append(s);"
    )
    page.wait_for_timeout(200)

    faults = faults_of(page)
    assert "scrolls sideways" in faults
    assert any(fault.startswith("image-alt") for fault in faults)
    assert said
    context.close()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_weighs_more_than_a_hundred_kilobytes(seeded, language):
    heavy = []
    for address, response, text in Crawl(client_of(STRANGER), most=4).everything([f"/{language}/"]):
        if response.get("Content-Type", "").startswith("text/html"):
            weight = len(gzip.compress(text.encode(), 6))
            if weight > HEAVIEST_PAGE:
                heavy.append(f"{address}: {weight:,} bytes")

    assert heavy == []
