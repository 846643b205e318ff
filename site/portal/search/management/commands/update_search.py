from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from portal.search.engines import EngineDown
from portal.search.records import SearchRow
from portal.search.services.reindex import fill_elastic, rebuild, reindex_some


class Command(BaseCommand):
    help = "Bring the search index up to date; with --rebuild, make it anew (also in Elasticsearch)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--rebuild", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["rebuild"] or not SearchRow.objects.exists():
            self.stdout.write(f"  {rebuild()} entries in the index")
            try:
                fill_elastic()
            except EngineDown as why:
                self.stderr.write(f"  Elasticsearch does not answer; the worker fills it when it is back ({why})")
            return
        while reindex_some():
            pass
        self.stdout.write(f"  {SearchRow.objects.count()} entries in the index")
