"""Two processes that live and end together."""

import os
import signal
import subprocess
import sys
import threading
from types import FrameType

PATIENCE = 20.0


def run_together(web: list[str], worker: list[str]) -> str | None:
    """Run both until Ctrl-C or SIGTERM, or until one ends by itself: stop the other and return the name of the dead.

    Each gets a process group of its own, so that a Ctrl-C in the terminal reaches this process alone, which lets both
    finish what they are at.
    """
    stop = threading.Event()
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)}

    def ask_to_stop(_number: int, _frame: FrameType | None) -> None:
        stop.set()

    for number in before:
        signal.signal(number, ask_to_stop)
    try:
        running = {
            name: subprocess.Popen(command, process_group=0)  # noqa: S603 - our own commands
            for name, command in (("The web process", web), ("The worker", worker))
        }
        died = None
        while not stop.wait(0.3) and died is None:
            died = next((name for name, process in running.items() if process.poll() is not None), None)
        _end(list(running.values()))
        return died
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _end(processes: list[subprocess.Popen[bytes]]) -> None:
    for process in processes:
        if process.poll() is None:
            process.terminate()
    for process in processes:
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            print("It did not stop in time and is ended.", file=sys.stderr)  # noqa: T201 - the terminal of `make run`
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
