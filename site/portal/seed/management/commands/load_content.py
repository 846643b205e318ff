from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from portal.seed.services.load_everything import load_everything


class Command(BaseCommand):
    help = "Load the portal's own content. What is there already is kept; examples come only where settings allow them."

    def handle(self, *args: Any, **options: Any) -> None:
        for name, new in load_everything(with_examples=settings.EXAMPLES_ALLOWED):
            self.stdout.write(f"  {name}: {new}" if new else f"  {name}: as it was")
