from typing import Any

from django.core.management.base import BaseCommand

from portal.pages.stylesheet import JOINED, joined_stylesheet


class Command(BaseCommand):
    help = "Join the sheets under static/portal/css into static/portal/portal.css."
    requires_system_checks = []

    def handle(self, *args: Any, **options: Any) -> None:
        JOINED.write_text(joined_stylesheet(), encoding="utf-8")
        self.stdout.write(f"{JOINED.name}: {JOINED.stat().st_size:,} bytes")
