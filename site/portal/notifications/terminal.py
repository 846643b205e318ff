"""Where letters go without a mail server: to the terminal, short enough to find the link in."""

from collections.abc import Sequence
from typing import Any

from django.core.mail.backends.console import EmailBackend as ConsoleEmailBackend
from django.core.mail.message import EmailMessage

from portal.notifications.letter import LANGUAGE_RULE


class EmailBackend(ConsoleEmailBackend):
    """Prints addressee, subject, the names of files and the text of the first language; no headers and no HTML."""

    def write_message(self, message: Any) -> None:
        first = str(message.body).partition(LANGUAGE_RULE)[0].strip()
        files = [f"Attached: {name}" for name, *_content in message.attachments]
        lines = [f"To: {', '.join(message.to)}", f"Subject: {message.subject}", *files, "", *first.splitlines()]
        self.stream.write("\n".join(["", "┌─ Letra / Letter", *(f"│ {line}".rstrip() for line in lines), "└─", ""]))

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        with self._lock:
            for message in email_messages:
                self.write_message(message)
            self.stream.flush()
        return len(email_messages)
