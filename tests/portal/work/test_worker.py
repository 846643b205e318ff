"""The loop: everybody's turn comes, one's failure is one's own, and it stops when told."""

import threading
import time
from datetime import timedelta

import pytest

from portal.work.batches import in_one_batch
from portal.work.models import Heartbeat
from portal.work.sweeps import Sweep, declared_sweeps
from portal.work.worker import LONGEST_BACK_OFF, Turn, run_once, run_until_stopped

NEVER = timedelta(hours=1)


class Counting:
    """A sweep that has `left` rows to handle and notes when it ran; raises what it is given."""

    def __init__(self, left=0, error=None):
        self.left, self.error, self.runs = left, error, 0

    def __call__(self):
        self.runs += 1
        if self.error:
            raise self.error
        done = min(self.left, 50)
        self.left -= done
        return done


def test_the_declared_sweeps_are_found_and_named_once():
    names = [sweep.name for sweep in declared_sweeps()]

    assert {"notifications.send", "work.publish_scheduled"} <= set(names)
    assert len(names) == len(set(names))


def test_once_does_all_that_is_due_and_ends(db):
    many, nothing = Counting(left=120), Counting()

    failures = run_once([Sweep("many", NEVER, many), Sweep("nothing", NEVER, nothing)])

    assert (failures, many.left, many.runs, nothing.runs) == (0, 0, 4, 1)


def test_one_failing_sweep_stops_no_other_and_leaves_a_trace(db):
    broken, sound = Counting(error=RuntimeError("no\x00thing works")), Counting(left=10)

    failures = run_once([Sweep("broken", NEVER, broken), Sweep("sound", NEVER, sound)])

    assert (failures, broken.runs, sound.left) == (1, 1, 0)
    beat = Heartbeat.objects.get(sweep="broken")
    assert (beat.failures, beat.last_error) == (1, "RuntimeError: nothing works")


def test_a_failing_sweep_rests_longer_each_time_but_never_too_long(db):
    turn = Turn(Sweep("broken", NEVER, Counting(error=RuntimeError())))
    rests = []

    for _time in range(12):
        turn.take()
        rests.append(turn.due - time.monotonic())

    assert [round(rest) for rest in rests[:4]] == [5, 10, 20, 40]
    assert round(rests[-1]) == LONGEST_BACK_OFF


def test_a_sweep_that_recovers_says_so(db):
    work = Counting(error=RuntimeError("first"))
    turn = Turn(Sweep("shaky", NEVER, work))
    turn.take()
    work.error = None

    turn.take()

    beat = Heartbeat.objects.get(sweep="shaky")
    assert (beat.failures, beat.last_error) == (0, "")


def test_between_batches_it_pauses_as_long_as_one_took(db):
    def slow():
        time.sleep(0.05)
        return 50

    turn = Turn(Sweep("slow", NEVER, slow))

    turn.take()

    assert 0.03 < turn.due - time.monotonic() < 0.15


def test_it_stops_after_the_batch_at_hand(db):
    stop = threading.Event()
    ran = []

    def batch():
        ran.append("begun")
        stop.set()
        ran.append("ended")
        return 50

    run_until_stopped([Sweep("batch", NEVER, batch), Sweep("other", NEVER, lambda: ran.append("other") or 0)], stop)

    assert ran[-2:] == ["begun", "ended"]
    assert ran.count("begun") == 1


def test_an_idle_worker_stops_at_once(db):
    stop = threading.Event()
    threading.Timer(0.2, stop.set).start()
    began = time.monotonic()

    run_until_stopped([Sweep("idle", NEVER, Counting())], stop)

    assert time.monotonic() - began < 2


def test_a_batch_ends_after_fifty_rows(db):
    done = []

    assert in_one_batch(range(200), done.append) == 50
    assert done == list(range(50))


def test_a_batch_ends_after_twenty_milliseconds(db):
    assert in_one_batch(range(200), lambda row: time.sleep(0.012)) == 2


def test_a_batch_is_one_transaction(db):
    def deed(row):
        Heartbeat.objects.create(sweep=f"row {row}")
        if row == 3:
            raise RuntimeError

    with pytest.raises(RuntimeError):
        in_one_batch(range(5), deed)

    assert not Heartbeat.objects.exists()
