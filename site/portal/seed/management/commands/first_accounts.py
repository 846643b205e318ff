from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from portal.seed.services.create_accounts import create_example_accounts

NOTE = "first_accounts.txt"


class Command(BaseCommand):
    help = "On a first run of a site that may hold examples: make an account for each role, and print who can sign in."

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.EXAMPLES_ALLOWED:
            return
        note = Path(settings.DATA_DIR) / NOTE
        made = create_example_accounts()
        if made:
            note.touch(mode=0o600)
            note.write_text("".join(f"  {email:<28} {password}\n" for email, password in made))
        if note.exists():
            self.stdout.write("Who can sign in there (passwords made at first run; kept in DATA_DIR only):")
            self.stdout.write(note.read_text().rstrip())
