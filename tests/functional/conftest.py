"""A portal as a newcomer runs it, and a browser in front of it."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from tests.conftest import CHROMIUM
from tests.functional.letters import Letter, letters_in
from tests.functional.visitor import DESK, TELEPHONE, Visitor
from tests.seeded import ROOT, own_environment, seeded_data_dir

# Playwright keeps an event loop in this thread for good; Django would refuse the database to every later test.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

LANGUAGES = ("sq", "en")
LONGEST_START = 120
LONGEST_WAY_OF_A_LETTER = 20


@dataclass(frozen=True)
class Portal:
    """A running portal: where it answers, where its data lies, what it said in its terminal (letters included)."""

    url: str
    data_dir: Path
    terminal: Path

    def letters(self) -> str:
        return self.terminal.read_text(encoding="utf-8", errors="replace")

    def letter_to(self, address: str, number: int = 1) -> Letter:
        """The first letter to an address, or the second, …: waited for, as a person waits."""
        until = time.monotonic() + LONGEST_WAY_OF_A_LETTER
        while time.monotonic() < until:
            came = [letter for letter in letters_in(self.letters()) if letter.to == address]
            if len(came) >= number:
                return came[number - 1]
            time.sleep(0.2)
        raise AssertionError(f"Letter {number} to {address} did not come:\n{self.letters()[-2000:]}")

    def password_of(self, role: str) -> str:
        """As it was printed at the first run."""
        lines = (self.data_dir / "first_accounts.txt").read_text().splitlines()
        return dict(line.split() for line in lines)[f"{role}@example.al"]


@pytest.fixture(scope="session")
def portal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Portal]:
    """The web process and the worker over the whole content, started as `make run` starts them."""
    folder = tmp_path_factory.mktemp("portal")
    shutil.copytree(seeded_data_dir(), folder / "data")
    port = free_port()
    running = Portal(f"http://127.0.0.1:{port}", folder / "data", folder / "terminal.txt")
    with running.terminal.open("wb") as terminal:
        process = subprocess.Popen(
            [sys.executable, "manage.py", "start"],
            cwd=ROOT,
            env=own_environment(running.data_dir) | {"PORT": str(port), "PYTHONUNBUFFERED": "1"},
            stdout=terminal,
            stderr=subprocess.STDOUT,
        )
    try:
        wait_for(port, process, running)
        yield running
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(30)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(port: int, process: subprocess.Popen[bytes], running: Portal) -> None:
    """Until a page comes: the port answers before the first page is ready."""
    until = time.monotonic() + LONGEST_START
    while time.monotonic() < until:
        assert process.poll() is None, running.letters()
        try:
            urlopen(f"http://127.0.0.1:{port}/sq/", timeout=30).close()
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise AssertionError(f"The portal did not start in {LONGEST_START} s:\n{running.letters()}")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture
def without_javascript(browser: Browser, portal: Portal) -> Iterator[BrowserContext]:
    """A telephone on which scripts are switched off."""
    context = browser.new_context(base_url=portal.url, java_script_enabled=False, viewport=TELEPHONE, locale="sq-AL")
    context.set_default_timeout(15_000)
    yield context
    context.close()


@pytest.fixture(params=LANGUAGES)
def visitor(request: pytest.FixtureRequest, without_javascript: BrowserContext) -> Visitor:
    """Somebody with that telephone, in each language in turn."""
    return Visitor(without_javascript.new_page(), request.param)


@pytest.fixture(params=LANGUAGES)
def typist(request: pytest.FixtureRequest, browser: Browser, portal: Portal) -> Iterator[Visitor]:
    """Somebody with a keyboard and no mouse, scripts allowed, in each language in turn."""
    context = browser.new_context(base_url=portal.url, viewport=DESK)
    context.set_default_timeout(15_000)
    yield Visitor(context.new_page(), request.param)
    context.close()


@pytest.fixture(scope="session")
def member_of_staff(browser: Browser, portal: Portal) -> Iterator[Callable[[str], Visitor]]:
    """`member_of_staff("editor")` is at the editors' desk, in English; who signed in once stays so for the session."""
    contexts: dict[str, BrowserContext] = {}

    def at_the_desk(role: str) -> Visitor:
        if role not in contexts:
            contexts[role] = browser.new_context(base_url=portal.url, viewport=DESK, locale="en-GB")
            contexts[role].set_default_timeout(15_000)
            somebody = Visitor(contexts[role].new_page(), "en")
            somebody.opens("/admin/")
            somebody.page.get_by_label("Email").fill(f"{role}@example.al")
            somebody.page.get_by_label("Password").fill(portal.password_of(role))
            somebody.presses("Sign in")
        return Visitor(contexts[role].new_page(), "en")

    yield at_the_desk
    for context in contexts.values():
        context.close()
