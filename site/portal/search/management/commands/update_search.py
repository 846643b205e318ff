from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from portal.search.engines import elastic_engine
from portal.search.records import SearchChange, SearchRow
from portal.search.services.push import heal_elastic, push_some
from portal.search.services.reindex import queue_everything, reindex_some


class Command(BaseCommand):
    help = (
        "Bring the search index up to date at once instead of waiting for the worker; with --rebuild, or when it is empty,"
        " make every entry anew. Search answers all the while."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--rebuild", action="store_true", help="make every entry anew")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["rebuild"] or not SearchRow.objects.exists():
            queue_everything()
        self.drain(SearchChange.objects.filter(is_indexed=False).count(), reindex_some)
        self.stdout.write(f"  {SearchRow.objects.count()} entries in the index")
        if elastic_engine() is not None:
            self.update_elastic()

    def update_elastic(self) -> None:
        heal_elastic()
        self.drain(SearchChange.objects.filter(is_indexed=True).count(), push_some)
        if waiting := SearchChange.objects.count():
            self.stderr.write(
                f"  Elasticsearch does not take changes now; {waiting} wait for the worker, and the database answers"
            )

    def drain(self, total: int, sweep: Any) -> None:
        done = 0
        while some := sweep():
            done += some
            if self.stdout.isatty():
                self.stdout.write(f"\r  {done} of {max(done, total)}", ending="")
                self.stdout.flush()
        if done and self.stdout.isatty():
            self.stdout.write("\r", ending="")
