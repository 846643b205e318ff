"""A server at Elasticsearch's address that behaves as servers do on their bad days."""

import json
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

HEAD = b"HTTP/1.1 200 OK\r\nX-Elastic-Product: Elasticsearch\r\nContent-Type: application/json\r\n"
COUNTS = {"values": {"buckets": []}}
FOUND = 7
WELL = json.dumps(
    {
        "hits": {"hits": []},
        "aggregations": {
            "all": {"value": FOUND},
            "chosen": {"things": {"value": FOUND}},
            **dict.fromkeys(("kinds", "years", "institutions", "languages"), COUNTS),
        },
    }
).encode()


def answer(body: bytes, length: int | None = None) -> bytes:
    return HEAD + b"Content-Length: %d\r\n\r\n" % (len(body) if length is None else length) + body


def well(line: socket.socket, gone: threading.Event) -> None:
    """Finds seven things, and shows none."""
    line.sendall(answer(WELL))


def hang(line: socket.socket, gone: threading.Event) -> None:
    gone.wait(30)


def hang_up(line: socket.socket, gone: threading.Event) -> None:
    pass


def drip_the_head(line: socket.socket, gone: threading.Event) -> None:
    drip(line, gone, answer(WELL))


def drip_the_body(line: socket.socket, gone: threading.Event) -> None:
    line.sendall(HEAD + b"Content-Length: %d\r\n\r\n" % len(WELL))
    drip(line, gone, WELL)


def drip(line: socket.socket, gone: threading.Event, text: bytes) -> None:
    for number in range(len(text)):
        line.sendall(text[number : number + 1])
        if gone.wait(0.1):
            return


def fail(line: socket.socket, gone: threading.Event) -> None:
    line.sendall(answer(b'{"error": "out of memory"}').replace(b"200 OK", b"500 Internal Server Error"))


def be_busy(line: socket.socket, gone: threading.Event) -> None:
    line.sendall(answer(b'{"error": "busy"}').replace(b"200 OK", b"429 Too Many Requests"))


def send_half(line: socket.socket, gone: threading.Event) -> None:
    """All that was announced, but the JSON ends in the middle."""
    line.sendall(answer(WELL[: len(WELL) // 2]))


def hang_up_in_the_middle(line: socket.socket, gone: threading.Event) -> None:
    line.sendall(answer(WELL[: len(WELL) // 2], length=len(WELL)))


def say_something_else(line: socket.socket, gone: threading.Event) -> None:
    line.sendall(answer(b'{"hits": null, "aggregations": {"all": []}}'))


def speak_no_http(line: socket.socket, gone: threading.Event) -> None:
    line.sendall(b"\x00\xff SSH-2.0-OpenSSH\r\n\r\n")


def be_another_product(line: socket.socket, gone: threading.Event) -> None:
    page = b"<html>nginx</html>"
    line.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n" % len(page) + page)


FAULTS = (
    hang,
    hang_up,
    drip_the_head,
    drip_the_body,
    fail,
    be_busy,
    send_half,
    hang_up_in_the_middle,
    say_something_else,
    speak_no_http,
    be_another_product,
)


class Server:
    """Behaves as it is told, and counts who came, and by how many lines."""

    def __init__(self) -> None:
        self.behaviour: Callable[[socket.socket, threading.Event], None] = well
        self.visits = self.lines = 0
        self.gone = threading.Event()
        self.door = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self.door.getsockname()[1]}"
        threading.Thread(target=self.open, daemon=True).start()

    def open(self) -> None:
        with suppress(OSError):
            while True:
                line, _address = self.door.accept()
                threading.Thread(target=self.serve, args=[line], daemon=True).start()

    def serve(self, line: socket.socket) -> None:
        with line, suppress(OSError):
            self.lines += 1
            while True:
                read_request(line)
                self.visits += 1
                self.behaviour(line, self.gone)
                if self.behaviour is not well:
                    break

    def close(self) -> None:
        self.gone.set()
        self.door.close()


def read_request(line: socket.socket) -> None:
    got = b""
    while b"\r\n\r\n" not in got:
        if not (some := line.recv(65536)):
            raise ConnectionError
        got += some
    head, _, body = got.partition(b"\r\n\r\n")
    length = next(
        (int(each.split(b":")[1]) for each in head.split(b"\r\n") if each.lower().startswith(b"content-length:")), 0
    )
    while len(body) < length:
        body += line.recv(65536)


@contextmanager
def bad_server() -> Iterator[Server]:
    server = Server()
    try:
        yield server
    finally:
        server.close()
