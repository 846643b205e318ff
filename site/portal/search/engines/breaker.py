import time
from collections.abc import Callable


class Breaker:
    """Spares readers the wait for a server that did not answer a moment ago. Each process remembers for itself.

    After a failure nobody asks for `rest` seconds. Then one asks, while the others still go without.
    """

    def __init__(self, rest: float, clock: Callable[[], float] = time.monotonic) -> None:
        self.rest = rest
        self.clock = clock
        self.closed_until: float | None = None

    def may_ask(self) -> bool:
        if self.closed_until is None:
            return True
        if self.clock() < self.closed_until:
            return False
        self.failed()
        return True

    def failed(self) -> None:
        self.closed_until = self.clock() + self.rest

    def answered(self) -> None:
        self.closed_until = None
