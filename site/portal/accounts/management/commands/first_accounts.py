import secrets
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from portal.accounts.enums import Role
from portal.accounts.records import User
from portal.accounts.services import create_staff


class Command(BaseCommand):
    help = "Make an account for each role, with a fresh password, on one's own machine; print who can sign in."

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.EXAMPLES_ALLOWED:
            raise CommandError("Only where examples are allowed: a public portal makes its accounts by hand.")
        known = Path(settings.DATA_DIR) / "accounts.txt"
        if not User.objects.filter(is_active=True, groups__isnull=False).exists():
            known.parent.mkdir(parents=True, exist_ok=True)
            known.touch(mode=0o600)
            known.write_text("".join(f"  {email:32} {password}\n" for email, password in self.make_accounts()))
        if known.exists():
            self.stdout.write("Who can sign in there (made for this machine, kept in accounts.txt beside its data):")
            self.stdout.write(known.read_text(), ending="")

    def make_accounts(self) -> list[tuple[str, str]]:
        made = []
        for role in Role:
            email, password = f"{role.value.replace('_', '.')}@example.al", secrets.token_urlsafe(12)
            create_staff(email=email, roles=[role], password=password)
            made.append((email, password))
        return made
