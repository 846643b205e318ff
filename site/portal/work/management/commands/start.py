import errno
import os
import shutil
import socket
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from portal.work.processes import run_together

CANNOT_BE_USED = ("disk is full", "readonly", "unable to open", "could not connect", "connection failed")
SPACE_NEEDED = 100 * 1024 * 1024


class Command(BaseCommand):
    help = "Prepare the database and the content, then run the web and the worker processes together until Ctrl-C."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--only-prepare", action="store_true", help="end when everything is ready to be started")

    def handle(self, *args: Any, **options: Any) -> None:
        port = os.environ.get("PORT", "8000")
        with one_clear_line():
            if not options["only_prepare"]:
                refuse_used_port(port)
            refuse_without_space(Path(settings.DATA_DIR))
            Path(settings.STATIC_ROOT).mkdir(exist_ok=True)  # empty here, but the web server looks into it
            self.compile_catalogues()
            self.prepare()
        if options["only_prepare"]:
            return
        self.stdout.write(self.welcome(port))
        self.stdout.flush()
        connection.close()
        if (died := run_together(web(port), worker())) is not None:
            raise CommandError(f"{died} ended by itself; the other one was stopped too.")
        self.stdout.write("Stopped.")

    def compile_catalogues(self) -> None:
        """Begin anew if a catalogue had changed: this process may have read the old one already."""
        said = StringIO()
        call_command("compile_catalogues", stdout=said)
        if not said.getvalue().startswith("Catalogues: 0 "):
            self.stdout.write(said.getvalue().strip())
            self.stdout.flush()
            os.execv(sys.executable, [sys.executable, *sys.argv])  # noqa: S606 - ourselves, with our own arguments

    def prepare(self) -> None:
        if waiting := migrations_to_run():
            with self.step(f"Preparing the database ({waiting} steps)"):
                call_command("migrate", interactive=False, stdout=Counter(self.stdout, waiting))
                call_command("createcachetable")
        loaded = News(self.stdout)
        with self.step("Loading the content"):
            call_command("load_content", stdout=loaded)
        with self.step("Setting up roles and accounts"):
            call_command("sync_roles", stdout=self.stdout)
            call_command("first_accounts", stdout=StringIO())
        if loaded.seen:
            with self.step("Building the search index"):
                call_command("update_search")

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        self.stdout.write(f"{name} …", ending="\n")
        self.stdout.flush()
        began = time.monotonic()
        yield
        if self.stdout.isatty():
            self.stdout.write("\r\x1b[K", ending="")  # what was counted gives way to what was reached
        if (took := time.monotonic() - began) >= 1:
            self.stdout.write(f"  done in {took:.0f} s")
            self.stdout.flush()

    def welcome(self, port: str) -> str:
        accounts = StringIO()
        call_command("first_accounts", stdout=accounts)
        return "\n".join(
            (
                "",
                f"The portal is at     http://127.0.0.1:{port}/",
                f"The editors' door    http://127.0.0.1:{port}/admin/",
                accounts.getvalue().rstrip(),
                f"Its data is kept in  {settings.DATA_DIR}",
                "Ctrl-C stops it.",
                "",
            )
        )


class Counter:
    """Takes what `migrate` says, a line a step, and shows how far it is."""

    def __init__(self, terminal: Any, total: int) -> None:
        self.terminal = terminal
        self.total = total
        self.seen = 0

    def write(self, text: str) -> None:
        self.seen += text.count("... ") or text.count("OK")
        if self.terminal.isatty():
            self.terminal.write(f"\r  {min(self.seen, self.total)} of {self.total}", ending="")
            self.terminal.flush()

    def flush(self) -> None:
        pass

    def isatty(self) -> bool:
        return False


class News:
    """Takes what `load_content` says, a line a part, and passes on at once what is new."""

    def __init__(self, terminal: Any) -> None:
        self.terminal = terminal
        self.seen = 0

    def write(self, text: str) -> None:
        if text.rstrip().endswith(" new"):
            self.seen += 1
            self.terminal.write(text, ending="")

    def flush(self) -> None:
        self.terminal.flush()

    def isatty(self) -> bool:
        return False


def web(port: str) -> list[str]:
    return [
        *(sys.executable, "-m", "gunicorn", "portal.wsgi", "--pythonpath", ".,site", "--no-control-socket"),
        *("--workers", "2", "--bind", f"127.0.0.1:{port}", "--log-level", "warning", "--graceful-timeout", "10"),
    ]


def worker() -> list[str]:
    return [sys.executable, "manage.py", "work"]


def migrations_to_run() -> int:
    executor = MigrationExecutor(connection)
    return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def refuse_used_port(port: str) -> None:
    if not port.isdecimal() or not 0 < int(port) < 65536:
        raise CommandError(f"PORT={port} is not a port: name a number from 1 to 65535.")
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", int(port)))
        except OSError as refusal:
            raise CommandError(
                f"Port {port} cannot be used ({os.strerror(refusal.errno or 0)}). Name another: make run PORT=8123"
            ) from refusal


def refuse_without_space(folder: Path, needed: int = SPACE_NEEDED) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    free = shutil.disk_usage(folder).free
    if free < needed:
        raise CommandError(
            f"Too little disk space: {free >> 20} MB are free at {folder}, {needed >> 20} MB are needed."
        )


@contextmanager
def one_clear_line() -> Iterator[None]:
    """Turn what the machine refuses while we prepare into one line; a fault of ours keeps its traceback."""
    try:
        yield
    except OSError as failure:
        if failure.errno not in (errno.ENOSPC, errno.EDQUOT, errno.EACCES, errno.EROFS, errno.ENOTDIR, errno.EEXIST):
            raise
        raise CommandError(f"{failure.strerror}: {failure.filename or settings.DATA_DIR}") from failure
    except DatabaseError as failure:
        if not any(word in str(failure) for word in CANNOT_BE_USED):
            raise
        raise CommandError(f"The database cannot be used: {str(failure).strip()}") from failure
    except KeyboardInterrupt:
        raise CommandError("Stopped before the start. The next call goes on from here.") from None
