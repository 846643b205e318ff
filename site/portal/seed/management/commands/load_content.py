from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from portal.seed.services.load_everything import load_everything


def removal_note() -> Path:
    """There while examples were removed on purpose, so that the next start does not bring them back."""
    return Path(settings.DATA_DIR) / "examples_removed"


class Command(BaseCommand):
    help = "Load the portal's own content. What is there already is kept; examples come only where settings allow them."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--examples", action="store_true", help="load examples again after they were removed")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["examples"] and not settings.EXAMPLES_ALLOWED:
            raise CommandError("These settings allow no examples.")
        if options["examples"]:
            removal_note().unlink(missing_ok=True)
        with_examples = settings.EXAMPLES_ALLOWED and not removal_note().exists()
        for name, changed in load_everything(with_examples=with_examples):
            self.stdout.write(f"  {name}: {changed} new" if changed else f"  {name}: as it was")
            self.stdout.flush()
