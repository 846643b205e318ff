"""A bounded load on a server of this machine: a few connections, one request each, for a few seconds."""

import selectors
import socket
import time
from collections.abc import Sequence
from dataclasses import dataclass

CONNECTIONS = 8
WARM_UP = 1.0
SECONDS = 4.0
MOST_REQUESTS = 60_000


@dataclass(frozen=True)
class Measured:
    """How a server stood a load. Times in milliseconds; `worst` is how the slowest one in a hundred fared."""

    per_second: float
    median: float
    p95: float
    worst: float
    failures: int


class Exchange:
    """One request on a connection of its own, as the server closes each after its answer."""

    def __init__(self, port: int, request: bytes) -> None:
        self.began = time.perf_counter()
        self.socket = socket.create_connection(("127.0.0.1", port))
        self.socket.sendall(request)
        self.socket.setblocking(False)
        self.status = b""

    def read(self) -> bool:
        """Take what is there; true once the server has closed."""
        chunk = self.socket.recv(1 << 18)
        self.status = self.status or chunk[:12]
        if chunk:
            return False
        self.socket.close()
        return True


def measure(port: int, addresses: Sequence[str], headers: str = "", seconds: float = SECONDS) -> Measured:
    """Ask for the addresses in turn until the time is up. Only loopback, only so many requests, and it stops by itself."""
    requests = [request_of(address, headers) for address in addresses]
    run(port, requests, WARM_UP)
    began = time.perf_counter()
    times, failures = run(port, requests, seconds)
    took = time.perf_counter() - began
    times.sort()
    return Measured(
        per_second=len(times) / took,
        median=at(times, 0.5),
        p95=at(times, 0.95),
        worst=at(times, 0.99),
        failures=failures,
    )


def request_of(address: str, headers: str) -> bytes:
    return f"GET {address} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: gzip\r\nConnection: close\r\n{headers}\r\n".encode()


def run(port: int, requests: Sequence[bytes], seconds: float) -> tuple[list[float], int]:
    selector = selectors.DefaultSelector()
    times: list[float] = []
    failures = started = 0
    until = time.perf_counter() + seconds

    def start() -> int:
        exchange = Exchange(port, requests[started % len(requests)])
        selector.register(exchange.socket, selectors.EVENT_READ, exchange)
        return started + 1

    for _connection in range(CONNECTIONS):
        started = start()
    while selector.get_map():
        for key, _events in selector.select(timeout=30):
            exchange: Exchange = key.data
            socket_before = exchange.socket
            if not exchange.read():
                continue
            selector.unregister(socket_before)
            times.append((time.perf_counter() - exchange.began) * 1000)
            failures += exchange.status[9:12] != b"200"
            if time.perf_counter() < until and started < MOST_REQUESTS:
                started = start()
    return times, failures


def at(times: list[float], share: float) -> float:
    return times[min(int(len(times) * share), len(times) - 1)] if times else 0.0
