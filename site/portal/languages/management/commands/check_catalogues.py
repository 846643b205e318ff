from pathlib import Path
from typing import Any

import polib
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from portal.languages.catalogue_faults import faults, is_gettext_installed, strings_in_use
from portal.languages.enums import Language


class Command(BaseCommand):
    help = "Fail if a catalogue lacks a string or has a fuzzy, unused or damaged one. Needs gettext."

    def handle(self, *args: Any, **options: Any) -> None:
        if not is_gettext_installed():
            raise CommandError("Checking the catalogues needs gettext: install it (Debian: apt-get install gettext).")
        ours, vendor = (Path(folder) for folder in settings.LOCALE_PATHS)
        in_use = strings_in_use()
        found = [
            f"{language}: {fault}" for language in Language for fault in faults(_catalogue(ours, language), in_use)
        ]
        for path in sorted(vendor.glob("*/LC_MESSAGES/*.po")):
            found += [f"{path.relative_to(vendor)}: {fault}" for fault in faults(polib.pofile(str(path)))]
        if found:
            raise CommandError("\n".join([*found, f"{len(found)} faults in the catalogues."]))
        self.stdout.write(f"Catalogues: {len(in_use)} strings, complete in every language.")


def _catalogue(folder: Path, language: Language) -> polib.POFile:
    path = folder / language / "LC_MESSAGES" / "django.po"
    return polib.pofile(str(path)) if path.exists() else polib.POFile()
