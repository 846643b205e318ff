"""A portal as a newcomer runs it, and a browser in front of it."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from tests.conftest import CHROMIUM
from tests.seeded import ROOT, own_environment, seeded_data_dir

# Playwright keeps an event loop in this thread for good; Django would refuse the database to every later test.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

LONGEST_START = 120


@dataclass(frozen=True)
class Portal:
    """A running portal: where it answers, where its data lies, what it said in its terminal (letters included)."""

    url: str
    data_dir: Path
    terminal: Path

    def letters(self) -> str:
        return self.terminal.read_text(encoding="utf-8", errors="replace")


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
    until = time.monotonic() + LONGEST_START
    while time.monotonic() < until:
        assert process.poll() is None, running.letters()
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
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
    context = browser.new_context(
        base_url=portal.url, java_script_enabled=False, viewport={"width": 320, "height": 640}, locale="sq-AL"
    )
    context.set_default_timeout(15_000)
    yield context
    context.close()
