from typing import Any

from django.core.management.base import BaseCommand

from portal.accounts.services import sync_roles


class Command(BaseCommand):
    help = "Write the table of roles and permissions into the groups."

    def handle(self, *args: Any, **options: Any) -> None:
        missing = sync_roles()
        if missing:
            self.stderr.write(f"Named in the table of roles, but not there: {', '.join(missing)}")
