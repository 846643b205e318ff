from collections.abc import Callable, Iterator

import pytest
from django.conf import LazySettings

from portal.notifications.models import Notice
from portal.notifications.services import queue_letter
from tests.portal.notifications.smtp_sink import SmtpSink


@pytest.fixture
def write(db: None) -> Callable[..., Notice]:
    """Queue a letter to `name@example.al`."""

    def queue(name: str = "ana", **options: object) -> Notice:
        values: dict[str, object] = {"language": "sq", "context": {"path": "/sq/lidhja/"}, **options}
        return queue_letter("accounts/my_data", to=f"{name}@example.al", occasion=f"test:{name}", **values)  # type: ignore[arg-type]

    return queue


@pytest.fixture
def serve(settings: LazySettings) -> Iterator[Callable[..., SmtpSink]]:
    """Start a mail server with the given manners and point the portal at it."""
    sinks: list[SmtpSink] = []

    def start(**manners: object) -> SmtpSink:
        sink = SmtpSink(**manners).__enter__()  # type: ignore[arg-type]
        sinks.append(sink)
        settings.EMAIL_BACKEND = "portal.notifications.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", sink.port, 0.3
        return sink

    yield start
    for sink in sinks:
        sink.__exit__(None, None, None)
