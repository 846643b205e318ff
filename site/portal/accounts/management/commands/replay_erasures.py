from typing import Any

from django.core.management.base import BaseCommand

from portal.accounts.services import replay_erasures


class Command(BaseCommand):
    help = "After a restore: erase again the people who were erased since the restored copy was made."

    def handle(self, *args: Any, **options: Any) -> None:
        erasures, rows = replay_erasures()
        self.stdout.write(f"{erasures} erasures replayed, {rows} rows erased.")
