from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db.models import ProtectedError, RestrictedError

from portal.accounts.errors import Refusal
from portal.seed.management.commands.first_accounts import NOTE
from portal.seed.management.commands.load_content import removal_note
from portal.seed.services.remove_examples import remove_examples

WARNING = (
    "This removes every example for good, with the comments and registrations that visitors left on them. "
    "Add --yes if that is what you want."
)


class Command(BaseCommand):
    help = "Remove everything that is invented; real content stays whole. The accounts of the first run go with --accounts."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--yes", action="store_true", help="do it; without this nothing is removed")
        parser.add_argument(
            "--accounts", action="store_true", help="remove the accounts that were made at the first run too"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if not options["yes"]:
            raise CommandError(WARNING)
        try:
            gone = remove_examples(with_accounts=options["accounts"])
        except (ProtectedError, RestrictedError) as refusal:
            pointing = ", ".join(sorted({f"{each._meta.verbose_name} {each}" for each in refusal.args[1]}))
            raise CommandError(f"Nothing was removed: something real points to an example ({pointing}).") from refusal
        except Refusal as refusal:
            raise CommandError(f"Nothing was removed: {refusal.message}") from refusal
        removal_note().touch()
        if options["accounts"]:
            (Path(settings.DATA_DIR) / NOTE).unlink(missing_ok=True)
        for name, count in gone.items():
            self.stdout.write(f"  {name}: {count}")
        call_command("update_search", stdout=self.stdout)
        if settings.EXAMPLES_ALLOWED:
            self.stdout.write("They stay away; load_content --examples brings them back.")
