from datetime import timedelta

from events.selectors import events_with_a_queue
from events.services import forget_needs, promote_waiting
from portal.work.sweeps import Sweep

AT_ONCE = 20


def serve_queues() -> int:
    """Give free places to those who wait: the release of reserved places is an instant at which nobody does anything.

    Every other deed serves the queue itself. Returns how many people got a place, so that the worker looks again at once.
    """
    return sum(promote_waiting(event=event, at_most=AT_ONCE) for event in events_with_a_queue())


SWEEPS = (
    Sweep(name="events.serve_queues", every=timedelta(seconds=60), run=serve_queues),
    Sweep(name="events.forget_needs", every=timedelta(hours=6), run=forget_needs),
)
