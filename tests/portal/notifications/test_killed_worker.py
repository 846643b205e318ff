"""The worker is killed, without warning, at every point of a letter's way: none is lost and none goes twice.

A real `manage.py work` on a database file, a mail server of our own, SIGKILL. Time is moved on by hand: a lease that would run
out after minutes is made to have run out.
"""

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.database import planted_copy
from tests.portal.notifications.smtp_sink import SmtpSink

ROOT = Path(__file__).resolve().parents[3]
QUEUE = """
INSERT INTO notifications_notice (occasion, recipient, language, template, subject, body_text, body_html, holds_secret,
    message_id, state, attempts, due_at, claim, last_error, queued_at)
VALUES (?, ?, 'sq', 'accounts/my_data', 'Subjekti', 'Teksti', '<p>Teksti</p>', 0, ?, 'queued', 0, '2026-01-01', '', '', '2026-01-01')
"""


class House:
    """A portal on its own database file, outside the test's process."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "portal.sqlite3"
        self.env = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "portal.settings.development",
            "DATA_DIR": str(folder),
            "DATABASE_URL": f"sqlite:///{self.file}",
            "PYTHONPATH": f"{ROOT}:{ROOT / 'site'}",
        }
        if planted_copy().exists():
            shutil.copy(planted_copy(), self.file)
        else:  # the suite runs on another database
            subprocess.run([sys.executable, "manage.py", "migrate", "-v0"], env=self.env, cwd=ROOT, check=True)

    def queue(self, count: int) -> None:
        """Written straight into the table: a whole portal need not start for it."""
        with sqlite3.connect(self.file) as line:
            line.executemany(QUEUE, [(f"test:{n}", f"nr{n}@example.al", f"<{n}@example.al>") for n in range(count)])

    @contextmanager
    def worker(self, sink: SmtpSink):
        env = {**self.env, "EMAIL_URL": f"smtp://127.0.0.1:{sink.port}"}
        process = subprocess.Popen(
            [sys.executable, "manage.py", "work", "notifications"], env=env, cwd=ROOT, stderr=subprocess.DEVNULL
        )
        try:
            yield process
        finally:
            if process.poll() is None:
                process.kill()
            process.wait(10)

    def ask(self, sql: str) -> list[tuple]:
        with sqlite3.connect(self.file, timeout=20) as line:
            return line.execute(sql).fetchall()

    def states(self) -> Counter:
        return Counter(state for (state,) in self.ask("SELECT state FROM notifications_notice"))

    def let_leases_run_out(self) -> None:
        self.ask("UPDATE notifications_notice SET lease_until = '2020-01-01' WHERE lease_until IS NOT NULL")

    def wait_until(self, settled) -> None:
        until = time.monotonic() + 60
        while not settled(self.states()) and time.monotonic() < until:
            time.sleep(0.1)
        assert settled(self.states()), self.states()


@pytest.fixture
def house(tmp_path, django_db_setup) -> House:
    return House(tmp_path)


def kill(process):
    process.send_signal(signal.SIGKILL)
    process.wait(10)


def test_killed_before_the_server_answered_the_letter_is_sent_by_the_next_worker(house):
    house.queue(1)
    with SmtpSink(hold="banner") as silent, house.worker(silent) as worker:
        assert silent.reached.wait(60)
        kill(worker)
    assert house.states() == {"sending": 1}
    house.let_leases_run_out()

    with SmtpSink() as sink, house.worker(sink):
        sink.wait_for(1, seconds=60)
        house.wait_until(lambda states: states == {"sent": 1})

    assert len(sink.taken) == 1


def test_killed_after_the_hand_over_and_before_the_note_the_letter_is_uncertain_and_goes_no_second_time(house):
    house.queue(1)
    with SmtpSink(hold="data") as first, house.worker(first) as worker:
        first.wait_for(1, seconds=60)
        assert first.reached.wait(60)
        kill(worker)
    house.let_leases_run_out()

    with SmtpSink() as second, house.worker(second):
        house.wait_until(lambda states: states == {"uncertain": 1})
        time.sleep(2)

    assert (len(first.taken), len(second.taken)) == (1, 0)


def test_killed_at_any_moment_nothing_is_lost_and_nothing_goes_twice(house):
    """The server takes a tenth of a second to say that it has a letter, so that most kills fall into the worst moment."""
    count, kills = 30, 4
    house.queue(count)
    chance = random.Random(9)

    with SmtpSink(delay=0.1) as sink:
        for _kill in range(kills):
            seen = len(sink.taken)
            with house.worker(sink) as worker:
                sink.wait_for(seen + 1, seconds=60)
                time.sleep(chance.uniform(0, 0.2))
                kill(worker)
            house.let_leases_run_out()
        with house.worker(sink):
            house.wait_until(lambda states: states["sent"] + states["uncertain"] == count)

    came = Counter(str(message["To"]) for message in sink.taken)
    uncertain = {to for (to,) in house.ask("SELECT recipient FROM notifications_notice WHERE state = 'uncertain'")}
    sent = {to for (to,) in house.ask("SELECT recipient FROM notifications_notice WHERE state = 'sent'")}
    assert max(came.values()) == 1, "a letter went twice"
    assert sent <= set(came), "a letter noted as sent never came"
    assert len(sent) + len(uncertain) == count, "a letter was lost"
    assert 1 <= len(uncertain) <= kills


def test_told_to_stop_the_worker_ends_cleanly_within_a_moment(house):
    house.queue(1)
    with SmtpSink() as sink, house.worker(sink) as worker:
        sink.wait_for(1, seconds=60)
        worker.send_signal(signal.SIGTERM)
        assert worker.wait(10) == 0
    assert house.states() == {"sent": 1}
