import signal
import threading
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from portal.work.sweeps import declared_sweeps
from portal.work.worker import run_once, run_until_stopped


class Command(BaseCommand):
    help = "Run the background work: send letters, index changes, publish what is due, and every other declared sweep."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "rooms", nargs="*", help="run only the sweeps of these rooms, e.g. notifications; all by default"
        )
        parser.add_argument("--once", action="store_true", help="do all that is due now and end")

    def handle(self, *args: Any, **options: Any) -> None:
        rooms = options["rooms"]
        sweeps = tuple(sweep for sweep in declared_sweeps() if not rooms or sweep.name.startswith(tuple(rooms)))
        if not sweeps:
            raise CommandError(f"No sweep is declared by {', '.join(rooms)}.")
        if options["once"]:
            if failures := run_once(sweeps):
                raise CommandError(f"{failures} sweeps failed; the log says why.")
            return
        stop = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stop.set())
        self.stdout.write(f"The worker repeats {len(sweeps)} sweeps.")
        self.stdout.flush()
        run_until_stopped(sweeps, stop)
        self.stdout.write("Stopped after the batch at hand.")
