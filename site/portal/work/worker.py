"""The loop that runs the declared sweeps, one batch at a time, and never lets one sweep's failure stop another."""

import logging
import threading
import time
from collections.abc import Iterable
from dataclasses import dataclass

from django.db import close_old_connections
from django.utils import timezone

from portal.work.records import Heartbeat
from portal.work.sweeps import Sweep

logger = logging.getLogger(__name__)

BEAT_EVERY = 30.0
FIRST_BACK_OFF = 5.0
LONGEST_BACK_OFF = 600.0
LONGEST_PAUSE = 1.0


@dataclass
class Turn:
    """When one sweep runs next, on the monotonic clock."""

    sweep: Sweep
    due: float = 0.0
    failures: int = 0
    beaten: float | None = None

    def take(self) -> int:
        """Run one batch and set the next turn; return how many rows it handled. A failure is logged and counts as none."""
        began = time.monotonic()
        try:
            rows = self.sweep.run()
        except Exception as error:
            self.failures += 1
            logger.exception("The sweep %s failed, %d times in a row", self.sweep.name, self.failures)
            self.due = time.monotonic() + min(FIRST_BACK_OFF * 2 ** (self.failures - 1), LONGEST_BACK_OFF)
            self._beat(0, error=f"{type(error).__name__}: {error}")
            return 0
        ended = time.monotonic()
        recovered, self.failures = self.failures > 0, 0
        self.due = ended + (min(ended - began, LONGEST_PAUSE) if rows else self.sweep.every.total_seconds())
        if rows or recovered or self.beaten is None or ended - self.beaten >= BEAT_EVERY:
            self._beat(rows)
        return rows

    def _beat(self, rows: int, error: str = "") -> None:
        self.beaten = time.monotonic()
        try:
            Heartbeat.objects.update_or_create(
                sweep=self.sweep.name,
                defaults={
                    "beat_at": timezone.now(),
                    "rows": rows,
                    "failures": self.failures,
                    "last_error": error.replace("\x00", "")[:300],
                },
            )
        except Exception:
            logger.exception("The heartbeat of %s could not be written", self.sweep.name)


def run_until_stopped(sweeps: Iterable[Sweep], stop: threading.Event) -> None:
    """Take turns until told to stop; the batch at hand is finished first. Between batches it pauses as long as one took."""
    turns = [Turn(sweep) for sweep in sweeps]
    while turns and not stop.is_set():
        turn = min(turns, key=lambda turn: turn.due)
        if stop.wait(max(turn.due - time.monotonic(), 0)):
            break
        close_old_connections()
        turn.take()


def run_once(sweeps: Iterable[Sweep]) -> int:
    """Run each sweep until it finds nothing more to do; return the failures."""
    failures = 0
    for sweep in sweeps:
        turn = Turn(sweep)
        while turn.take():
            time.sleep(max(turn.due - time.monotonic(), 0))
        failures += turn.failures
    return failures
