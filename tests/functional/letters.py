"""The letters that a portal without a mail server prints into its terminal, as a newcomer reads them there."""

import re
from dataclasses import dataclass

LETTER = re.compile(r"┌─ Letra / Letter\n(?P<lines>(?:│.*\n)+)└─")


@dataclass(frozen=True)
class Letter:
    to: str
    subject: str
    text: str

    def link(self, step: str) -> str:
        """The address in which this step occurs."""
        found = re.search(rf"https?://\S+/{re.escape(step)}/\S*", self.text)
        assert found, self.text
        return found.group()

    @property
    def code(self) -> str:
        """The code that stands in a line of its own."""
        found = re.search(r"^[A-Z0-9]{3,}(-[A-Z0-9]+)*$", self.text, re.MULTILINE)
        assert found, self.text
        return found.group()


def letters_in(terminal: str) -> list[Letter]:
    return [_letter(found["lines"]) for found in LETTER.finditer(terminal)]


def _letter(block: str) -> Letter:
    to, subject, *text = (line.removeprefix("│").strip() for line in block.splitlines())
    return Letter(to.removeprefix("To: "), subject.removeprefix("Subject: "), "\n".join(text).strip())
