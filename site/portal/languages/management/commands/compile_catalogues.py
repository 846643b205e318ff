from typing import Any

from django.core.management.base import BaseCommand

from portal.languages.catalogues import catalogues, compile_catalogue


class Command(BaseCommand):
    help = "Compile the catalogues that changed. Needs no gettext."
    requires_system_checks: list[str] = []  # the checks import the URLs, whose words are in the catalogues

    def handle(self, *args: Any, **options: Any) -> None:
        written = [source for source in catalogues() if compile_catalogue(source)]
        self.stdout.write(f"Catalogues: {len(written)} compiled.")
