from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from consultation.services.dossier import check_dossier


class Command(BaseCommand):
    help = "Checks that a dossier holds exactly what its manifest says, byte for byte."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        path: Path = options["file"]
        if not path.is_file():
            raise CommandError(f"{path}: no such file")
        with path.open("rb") as content:
            faults = check_dossier(content)
        if faults:
            raise CommandError("\n".join(faults))
        self.stdout.write(f"{path}: whole and unchanged")
