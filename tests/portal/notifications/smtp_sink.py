"""A mail server of our own for tests: says what it is told to say, keeps what it took, stops where it is told to stop."""

import asyncio
import threading
import time
from collections.abc import Callable
from email import message_from_bytes, policy
from email.message import EmailMessage
from types import TracebackType

Reply = Callable[[str], str]


def agree(line: str) -> str:
    return "250 OK"


class SmtpSink:
    """Listens on a free port. `hold` names the step that never gets an answer: `banner`, `rcpt` or `data`.

    `rcpt` and `data` decide the answers to a recipient and to a whole letter; `cut` drops the line instead of answering the
    letter, and `delay` is how long the server takes to answer it.
    """

    def __init__(
        self, *, hold: str = "", rcpt: Reply = agree, data: Reply = agree, cut: bool = False, delay: float = 0.0
    ) -> None:
        self.hold, self.rcpt, self.data, self.cut, self.delay = hold, rcpt, data, cut, delay
        self.taken: list[EmailMessage] = []
        self.reached = threading.Event()
        self.port = 0
        self._ready = threading.Event()

    def __enter__(self) -> "SmtpSink":
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()
        assert self._ready.wait(10)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)

    def wait_for(self, count: int, seconds: float = 20) -> None:
        until = time.monotonic() + seconds
        while len(self.taken) < count and time.monotonic() < until:
            time.sleep(0.02)
        assert len(self.taken) >= count, f"only {len(self.taken)} of {count} letters came"

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        server = self._loop.run_until_complete(asyncio.start_server(self._serve, "127.0.0.1", 0))
        self.port = server.sockets[0].getsockname()[1]
        self._ready.set()
        self._loop.run_forever()
        server.close()
        for task in asyncio.all_tasks(self._loop):
            task.cancel()
        self._loop.run_until_complete(asyncio.sleep(0))
        self._loop.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await self._answer("banner", writer, "220 sink")
            while line := (await reader.readline()).decode(errors="replace").strip():
                verb = line.split(":")[0].split()[0].upper()
                if verb == "DATA":
                    await self._answer("", writer, "354 go on")
                    await self._take(await reader.readuntil(b"\r\n.\r\n"), writer)
                elif verb == "RCPT":
                    await self._answer("rcpt", writer, self.rcpt(line))
                elif verb == "QUIT":
                    await self._answer("", writer, "221 bye")
                    break
                else:
                    await self._answer("", writer, "250 OK")
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            pass
        finally:
            writer.close()

    async def _take(self, raw: bytes, writer: asyncio.StreamWriter) -> None:
        message = message_from_bytes(raw[:-5], policy=policy.default)
        answer = self.data(str(message["To"]))
        if answer.startswith("250"):
            self.taken.append(message)
        if self.cut:
            self.reached.set()
            raise ConnectionError
        await self._answer("data", writer, answer)

    async def _answer(self, step: str, writer: asyncio.StreamWriter, words: str) -> None:
        if step and step == self.hold:
            self.reached.set()
            await asyncio.sleep(3600)
        if step == "data":
            await asyncio.sleep(self.delay)
        writer.write(f"{words}\r\n".encode())
        await writer.drain()
