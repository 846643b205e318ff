"""`make bench`: how fast the portal answers, beside a bare Django view in the same run, as a table and bench/results.json.

The server and the load share the machine: look at the ratios, not at the numbers alone.
"""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

from bench.load import Measured, measure

ROOT = Path(__file__).resolve().parents[1]
DATA_DIR = ROOT / "var" / "bench"
RESULTS = ROOT / "bench" / "results.json"
ENVIRONMENT = {
    name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "ELASTICSEARCH_URL")
} | {
    "DATA_DIR": str(DATA_DIR),
    "DJANGO_SETTINGS_MODULE": "portal.settings.development",
    "PYTHONPATH": f"{ROOT}:{ROOT / 'site'}",
}


def main() -> None:
    prepare()
    pages = json.loads(run("-m", "bench.pages"))
    print("Measuring: a bare view, then each page made anew and from the page cache.", flush=True)
    with serving("bench.bare") as port:
        bare = measure(port, ["/"])
    for way, cached in (("made anew", "0"), ("from the cache", "1")):
        with serving("portal.wsgi", PAGE_CACHE=cached) as port:
            for page in pages.values():
                page[way] = asdict(measure(port, page["addresses"]))
    change = seconds_until_a_change_shows()
    write(bare, pages, change)


def prepare() -> None:
    """The whole content, enlarged. Kept under var/bench: delete that folder to make it anew."""
    ready = DATA_DIR / "ready"
    if ready.exists():
        return
    print("Making a large portal under var/bench; this takes some minutes, once.", flush=True)
    subprocess.run([sys.executable, "manage.py", "start", "--only-prepare"], cwd=ROOT, env=ENVIRONMENT, check=True)
    subprocess.run([sys.executable, "-m", "bench.pages", "--enlarge"], cwd=ROOT, env=ENVIRONMENT, check=True)
    ready.touch()


def run(*command: str) -> str:
    done = subprocess.run(
        [sys.executable, *command],
        cwd=ROOT,
        env=ENVIRONMENT | {"PAGE_CACHE": "0"},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return done.stdout.splitlines()[-1]


@contextmanager
def serving(application: str, **environment: str) -> Iterator[int]:
    """Two web processes, as `make run` has them, on a port of their own."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    server = subprocess.Popen(
        [
            *(sys.executable, "-m", "gunicorn", application, "--pythonpath", ".,site", "--no-control-socket"),
            *("--workers", "2", "--bind", f"127.0.0.1:{port}", "--log-level", "error"),
        ],
        cwd=ROOT,
        env=ENVIRONMENT | environment,
    )
    try:
        wait_for(port)
        yield port
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(30)


def wait_for(port: int) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    sys.exit("The server did not start within a minute.")


def seconds_until_a_change_shows() -> float:
    """From the moment a change is committed until a stranger reads it on a page that lay in the cache."""
    with serving("portal.wsgi", PAGE_CACHE="1") as port:
        word = f"ndryshim{time.time_ns()}"
        fetch(port, "/sq/")
        change = (
            "import time, django; django.setup(); from portal.home.models import HomePage;"
            "page = HomePage.objects.get(locale__language_code='sq');"
            f"page.lede = '{word}'; page.save_revision().publish(); print(time.time(), flush=True)"
        )
        editor = subprocess.Popen(
            [sys.executable, "-c", change], cwd=ROOT, env=ENVIRONMENT, stdout=subprocess.PIPE, text=True
        )
        assert editor.stdout is not None
        committed = float(editor.stdout.readline())
        while word.encode() not in fetch(port, "/sq/"):
            if time.time() - committed > 60:
                sys.exit("A change did not show within a minute.")
            time.sleep(0.01)
        shown = time.time()
        editor.wait(30)
        return max(shown - committed, 0.0)


def fetch(port: int, address: str) -> bytes:
    with socket.create_connection(("127.0.0.1", port)) as connection:
        connection.sendall(f"GET {address} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n".encode())
        parts = []
        while part := connection.recv(1 << 16):
            parts.append(part)
    return b"".join(parts)


def write(bare: Measured, pages: dict[str, Any], change: float) -> None:
    print(
        f"\nA bare Django view: {bare.per_second:,.0f} requests a second, p50 {bare.median:.1f} ms, p99 {bare.worst:.1f} ms"
    )
    print(
        f"\n{'page':46} {'way':15} {'req/s':>7} {'of bare':>8} {'p50':>7} {'p95':>7} {'p99':>7} {'queries':>8} {'gzip':>8}"
    )
    for name, page in pages.items():
        for way in ("made anew", "from the cache"):
            measured = Measured(**page[way])
            queries = page["queries"] if way == "made anew" else 0
            print(
                f"{name:46} {way:15} {measured.per_second:7,.0f} {measured.per_second / bare.per_second:8.2f}"
                f" {measured.median:7.1f} {measured.p95:7.1f} {measured.worst:7.1f} {queries:8} {page['compressed']:8,}"
                + (f"  {measured.failures} failed" if measured.failures else "")
            )
    print(f"\nA change shows {change:.2f} s after it is committed.")
    RESULTS.write_text(
        json.dumps(
            {"bare": asdict(bare), "pages": pages, "seconds until a change shows": change}, indent=2, ensure_ascii=False
        )
    )
    print(f"Written to {RESULTS.relative_to(ROOT)}.")


if __name__ == "__main__":
    main()
