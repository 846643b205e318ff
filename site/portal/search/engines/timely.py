"""A bound on the whole of a question. Libraries bound each wait for bytes: who sends one now and then holds them for ever."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from elastic_transport import NodeConfig, Urllib3HttpNode
from elastic_transport.client_utils import DEFAULT, DefaultType


class TimelyNode(Urllib3HttpNode):
    """Cuts the line when the time allowed for a request is over, wherever it is by then."""

    def __init__(self, config: NodeConfig) -> None:
        super().__init__(config)
        plain: Any = self.pool.ConnectionCls
        self.pool.ConnectionCls = type("TimelyConnection", (_Timely, plain), {})

    def perform_request(
        self,
        method: str,
        target: str,
        body: bytes | None = None,
        headers: Any = None,
        request_timeout: DefaultType | float | None = DEFAULT,
    ) -> Any:
        seconds = self.config.request_timeout if isinstance(request_timeout, DefaultType) else request_timeout
        with _cutting_after(seconds):
            return super().perform_request(method, target, body, headers, request_timeout)


class _Line(threading.local):
    """The connection that this thread is asking through, as another thread may cut it."""

    cut: "_Cut | None" = None


_line = _Line()


class _Cut:
    """Cuts a line when the time is over; one that is only then picked up is cut at once."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.handle: socket.socket | None = None
        self.is_due = False

    def watch(self, handle: socket.socket) -> None:
        with self.lock:
            self.handle = handle
            if self.is_due:
                _shut(handle)

    def fall(self) -> None:
        with self.lock:
            self.is_due = True
            if self.handle:
                _shut(self.handle)


class _Timely:
    """Mixed into a connection of urllib3, plain or encrypted. It keeps a second handle on its socket, since encryption
    takes the first one over.
    """

    _handle: socket.socket

    def _new_conn(self) -> socket.socket:
        line: socket.socket = super()._new_conn()  # type: ignore[misc]
        self._handle = line.dup()
        self._watch()
        return line

    def request(self, *args: Any, **kwargs: Any) -> None:
        if getattr(self, "sock", None) is not None:
            self._watch()
        super().request(*args, **kwargs)  # type: ignore[misc]

    def close(self) -> None:
        super().close()  # type: ignore[misc]
        if hasattr(self, "_handle"):
            self._handle.close()

    def _watch(self) -> None:
        if _line.cut:
            _line.cut.watch(self._handle)


@contextmanager
def _cutting_after(seconds: float | None) -> Iterator[None]:
    if seconds is None:
        yield
        return
    _line.cut = _Cut()
    timer = threading.Timer(seconds, _line.cut.fall)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        _line.cut = None


def _shut(handle: socket.socket) -> None:
    with suppress(OSError):
        handle.shutdown(socket.SHUT_RDWR)
