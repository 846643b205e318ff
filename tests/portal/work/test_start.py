"""`make run` as a newcomer meets it: one clear line where it cannot start, and nothing lost however it ends."""

import http.cookiejar
import os
import re
import runpy
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import closing
from io import StringIO
from pathlib import Path
from urllib.parse import urlencode

import pytest
from django.core.management.base import CommandError, OutputWrapper

from portal.work.management.commands.start import News, refuse_without_space
from tests.seeded import ROOT, own_environment, seeded_data_dir

MORE_THAN_ANY_DISK = 1 << 62
LONGEST_START = 120
FORM = "/sq/konsultime/1/versioni/1/p1/koment/"


class Running:
    """`manage.py start` over a data folder, on a port of its own."""

    def __init__(self, data_dir: Path) -> None:
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.said = data_dir.with_suffix(".txt")
        with self.said.open("wb") as terminal:
            self.process = subprocess.Popen(
                [sys.executable, "manage.py", "start"],
                cwd=ROOT,
                env=own_environment(data_dir) | {"PORT": str(self.port)},
                stdout=terminal,
                stderr=subprocess.STDOUT,
            )

    def waits_for_the_first_page(self) -> None:
        began = time.monotonic()
        while not self.answers():
            assert self.process.poll() is None, self.said.read_text()
            assert time.monotonic() - began < LONGEST_START, self.said.read_text()
            time.sleep(0.2)

    def answers(self) -> bool:
        """With a page: the port is open before one is ready."""
        try:
            urllib.request.urlopen(f"{self.url}/sq/", timeout=LONGEST_START).close()
        except OSError:
            return False
        return True

    def children(self) -> dict[str, int]:
        """The process groups of the web process and of the worker."""
        listed = subprocess.run(
            ["ps", "-o", "pid=,args=", "--ppid", str(self.process.pid)], capture_output=True, text=True, check=True
        )
        lines = [line.split(maxsplit=1) for line in listed.stdout.splitlines()]
        return {"web" if "gunicorn" in args else "worker": int(pid) for pid, args in lines}

    def ends(self) -> int:
        return self.process.wait(30)

    def clear_away(self) -> None:
        """Whatever became of the test."""
        if self.process.poll() is None:
            for group in self.children().values():
                os.killpg(group, signal.SIGKILL)
            self.process.kill()
            self.process.wait(10)


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    return Path(shutil.copytree(seeded_data_dir(), tmp_path / "data"))


@pytest.fixture
def running(data_dir: Path) -> Iterator[Running]:
    started = Running(data_dir)
    try:
        started.waits_for_the_first_page()
        yield started
    finally:
        started.clear_away()


def test_a_used_port_gives_one_clear_line(tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        assert refusal(tmp_path, PORT=str(port)) == (
            f"CommandError: Port {port} cannot be used (Address already in use). Name another: make run PORT=8123"
        )


def test_a_port_that_is_none_gives_one_clear_line(tmp_path):
    said = refusal(tmp_path, PORT="tetë")

    assert said == "CommandError: PORT=tetë is not a port: name a number from 1 to 65535."


def test_a_file_in_place_of_the_data_folder_gives_one_clear_line(tmp_path):
    in_its_place = tmp_path / "var"
    in_its_place.touch()

    assert refusal(in_its_place) == f"DATA_DIR={in_its_place} cannot be used: File exists."


def test_too_little_disk_space_is_said_before_anything_is_written(tmp_path):
    with pytest.raises(CommandError, match=r"Too little disk space: \d+ MB are free at .*, \d+ MB are needed\."):
        refuse_without_space(tmp_path, MORE_THAN_ANY_DISK)

    environment = runpy.run_path(str(ROOT / "bin" / "environment.py"))
    with pytest.raises(SystemExit, match=r"Too little disk space"):
        environment["refuse_without_space"](tmp_path, MORE_THAN_ANY_DISK)


def test_an_older_python_gives_one_clear_line(tmp_path):
    """Under a Python that says it is 3.9."""
    older = tmp_path / "python3.9"
    pretend = "import sys; sys.version_info = (3, 9, 2); exec(sys.argv[1])"
    older.write_text(f'#!/bin/sh\nexec {sys.executable} -c "{pretend}" "$2"\n')
    older.chmod(0o755)

    asked = subprocess.run(["make", "-s", "python", f"PYTHON={older}"], cwd=ROOT, capture_output=True, text=True)

    assert asked.returncode != 0
    assert asked.stderr.splitlines()[0] == (
        f"Python 3.11 or newer is needed; {older} is 3.9. Name another: make run PYTHON=python3.12"
    )


def test_each_part_of_the_content_is_named_when_it_is_loaded():
    terminal = StringIO()
    news = News(OutputWrapper(terminal))

    news.write("  institutions: as it was\n")
    news.write("  glossary: 178 new\n")

    assert (terminal.getvalue(), news.seen) == ("  glossary: 178 new\n", 1)


def test_a_second_start_is_quick_and_keeps_what_there_is_and_ctrl_c_ends_both(data_dir, running):
    children = running.children()
    said = running.said.read_text()

    running.process.send_signal(signal.SIGINT)

    assert running.ends() == 0
    assert sorted(children) == ["web", "worker"]
    assert not any(Path(f"/proc/{pid}").exists() for pid in children.values())
    assert not running.answers()
    assert " new" not in said
    assert (data_dir / "first_accounts.txt").read_text().strip() in said
    assert counts(data_dir) == counts(seeded_data_dir())
    assert running.said.read_text().splitlines()[-1] == "Stopped."


def test_a_comment_that_was_acknowledged_outlives_the_web_process(data_dir, running):
    """Killed without warning the moment its answer is here."""
    web = running.children()["web"]

    receipt = sends_comment(running.url, "E pranuar është e ruajtur.")
    os.killpg(web, signal.SIGKILL)

    assert running.ends() != 0
    assert "The web process ended by itself; the other one was stopped too." in running.said.read_text()
    assert "Traceback" not in running.said.read_text()
    rows = ask(data_dir, "SELECT text FROM consultation_consultationcomment WHERE text LIKE 'E pranuar%'")
    letters = ask(data_dir, "SELECT COUNT(*) FROM notifications_notice WHERE recipient = 'i.ruajtur@example.al'")
    assert (rows, letters) == ([("E pranuar është e ruajtur.",)], [(1,)])
    assert "/sq/konsultime/1/" in receipt


def refusal(data_dir: Path, **environment: str) -> str:
    """The one line that a start says which cannot be."""
    asked = subprocess.run(
        [sys.executable, "manage.py", "start"],
        cwd=ROOT,
        env=own_environment(data_dir) | environment,
        capture_output=True,
        text=True,
        timeout=LONGEST_START,
    )
    assert asked.returncode != 0
    assert asked.stdout == ""
    return asked.stderr.rstrip("\n")


def sends_comment(url: str, text: str) -> str:
    """Send the form as a browser does; return the address of the receipt that it is led to."""
    jar = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
    browser = urllib.request.build_opener(jar)
    form = browser.open(url + FORM).read().decode()
    given = dict(re.findall(r'<input type="(?:hidden|radio)" name="(\w+)" value="([^"]*)"', form))
    written = {
        "text": text,
        "language": "sq",
        "email": "i.ruajtur@example.al",
        "shown_as": "category",
        "licence": "on",
    }
    answer = browser.open(url + FORM, urlencode(given | written).encode())
    return str(answer.geturl())


def counts(data_dir: Path) -> list[tuple[int, ...]]:
    tables = ("wagtailcore_page", "consultation_provision", "events_event", "accounts_user", "publications_publication")
    return [ask(data_dir, f"SELECT COUNT(*) FROM {table}")[0] for table in tables]


def ask(data_dir: Path, sql: str) -> list[tuple]:
    with closing(sqlite3.connect(data_dir / "portal.sqlite3", timeout=20)) as line:
        return line.execute(sql).fetchall()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
